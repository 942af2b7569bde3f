package org.cairn.ui.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// An address of this machine that remembers who called it; what a file that calls home would reach.
final class Home implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    Home() throws IOException {
        Thread.ofPlatform().daemon().name("home").start(this::listen);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/";
    }

    /// Who called so far: what was asked for.
    List<String> called() {
        return List.copyOf(called);
    }

    /// Calls it, and waits until that was noticed, and with it everybody who called before.
    void callOnce() throws IOException, InterruptedException {
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort())) {
            caller.getOutputStream().write("GET /watching\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
            while (!"GET /watching".equals(heard.poll(20, TimeUnit.SECONDS))) {
                // whoever called before is heard first
            }
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                String asked = asked(caller);
                called.add(asked);
                heard.add(asked);
            } catch (IOException e) {
                // closed
            }
        }
    }

    private static String asked(Socket caller) {
        try {
            caller.setSoTimeout(2_000);
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1))
                            .readLine());
        } catch (IOException e) {
            return "nothing";
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
