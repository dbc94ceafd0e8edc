package org.mandate.database;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Counts the statements that the application sends, leaving out those that confine the
 * transaction and keep the session.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {

	private static final ThreadLocal<List<String>> SENT = ThreadLocal.withInitial(CopyOnWriteArrayList::new);

	/** Something that may fail in any way. */
	@FunctionalInterface
	public interface Work {

		void run() throws Exception;

	}

	/**
	 * The statements sent by the current thread while some work runs.
	 */
	public static List<String> during(Work work) throws Exception {
		SENT.get().clear();
		work.run();
		return List.copyOf(SENT.get());
	}

	@Bean
	static BeanPostProcessor statementCounting() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof DataSource source) {
					return ProxyDataSourceBuilder.create(source).listener(new Listener()).build();
				}
				return bean;
			}
		};
	}

	private static final class Listener implements QueryExecutionListener {

		@Override
		public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
		}

		@Override
		public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			for (QueryInfo query : queries) {
				String sql = query.getQuery().toLowerCase(Locale.ROOT);
				if (!sql.contains("set_config") && !sql.contains("spring_session")) {
					SENT.get().add(query.getQuery());
				}
			}
		}

	}

}
