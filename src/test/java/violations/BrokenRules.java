package violations;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.repository.Repository;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** One class for each thing that must not be. */
public class BrokenRules {

	@Controller
	public static class PublicController {

	}

	public interface PublicRepository extends Repository<Root, Long> {

	}

	@Entity
	public static class Root extends AbstractAggregateRoot<Root> {

		@Id
		long id;

		public void setId(long id) {
			this.id = id;
		}

	}

	@Entity
	public static class HoldsAnotherRoot extends AbstractAggregateRoot<HoldsAnotherRoot> {

		@Id
		long id;

		List<Root> roots = List.of();

	}

	@Component
	static class InnerTransactions {

		@Transactional
		void write() {
		}

		@Transactional
		@EventListener
		void allowed(Root event) {
		}

	}

	@Component
	static class InjectedField {

		@Autowired
		Root root;

	}

	static class AsksWhoIsSignedIn {

		Object who() {
			return SecurityContextHolder.getContext();
		}

	}

	static class ThingHelper {

	}

}
