package com.keeptrusts.gateway;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/**
 * Listens on a free port of the loopback address; serves each connection on a thread of its own.
 */
final class LoopbackListener implements Closeable {
  /** Serves one connection, which is closed behind it. */
  interface Service {
    void serve(Socket socket) throws IOException;
  }

  private final ServerSocket listener;
  private final String name;
  private final Service service;

  LoopbackListener(ServerSocketFactory sockets, String name, Service service) {
    this.name = name;
    this.service = service;
    try {
      this.listener = sockets.createServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    spawn(this::accept, name);
  }

  LoopbackListener(String name, Service service) {
    this(ServerSocketFactory.getDefault(), name, service);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket socket = listener.accept();
        spawn(() -> serve(socket), name);
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket accepted) {
    try (Socket socket = accepted) {
      socket.setTcpNoDelay(true);
      service.serve(socket);
    } catch (IOException gone) {
      // What the gateway makes of it is the test's question.
    }
  }

  static Thread spawn(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** The head of a request, with the empty line that ends it. */
  static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("no request");
      }
      head.append((char) b);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
