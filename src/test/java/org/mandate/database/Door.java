package org.mandate.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * A door to a server on this machine: closed, connections through it end and new ones are
 * refused, as if the server had been stopped.
 */
final class Door implements Closeable {

	private final InetSocketAddress behind;

	private final int port;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private volatile ServerSocket listening;

	private volatile @Nullable Thread accepting;

	/** A closed door. */
	Door(InetSocketAddress behind) throws IOException {
		this.behind = behind;
		this.listening = anywhere();
		this.port = this.listening.getLocalPort();
		this.listening.close();
	}

	/**
	 * Below the ports that systems lend to outgoing connections (from 32768 or 49152):
	 * while the door is closed nobody else may be given its port.
	 */
	private static ServerSocket anywhere() throws IOException {
		IOException last = new IOException("No port was tried");
		for (int attempt = 0; attempt < 100; attempt++) {
			int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
			try {
				return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
			}
			catch (BindException ex) {
				last = ex;
			}
		}
		throw last;
	}

	int port() {
		return this.port;
	}

	void open() throws IOException {
		ServerSocket server = new ServerSocket();
		server.setReuseAddress(true);
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
		this.listening = server;
		this.accepting = Thread.ofVirtual().start(() -> accept(server));
	}

	/** The port is free when the thread that accepts has left its socket, not before. */
	@Override
	public void close() {
		try {
			this.listening.close();
			Thread last = this.accepting;
			if (last != null) {
				last.join();
			}
			for (Socket socket : this.open) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void accept(ServerSocket server) {
		while (!server.isClosed()) {
			try {
				Socket client = server.accept();
				Socket target = new Socket(this.behind.getAddress(), this.behind.getPort());
				this.open.add(client);
				this.open.add(target);
				Thread.ofVirtual().start(() -> pass(client, target));
				Thread.ofVirtual().start(() -> pass(target, client));
			}
			catch (IOException ex) {
				// The door was closed.
			}
		}
	}

	private void pass(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// One side ended.
		}
		this.open.remove(from);
		this.open.remove(to);
	}

}
