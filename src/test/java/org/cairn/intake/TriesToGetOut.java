package org.cairn.intake;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.cairn.outside.NoNetwork;

/// Stands where a parser stands in a reading process, and tries every way out that Java has; says which were open.
final class TriesToGetOut {

    private TriesToGetOut() {}

    /// @param arguments a port at which somebody listens on this machine, for streams and for datagrams; `open` for a
    ///     process that may
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        if (!arguments[1].equals("open")) {
            NoNetwork.close();
        }
        Map<String, Callable<?>> ways = new LinkedHashMap<>();
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ways.put("name", () -> InetAddress.getByName("example.org"));
        ways.put("stream", () -> {
            try (Socket socket = new Socket()) {
                socket.connect(there, 2_000);
                socket.getOutputStream().write('x');
                return socket;
            }
        });
        ways.put("datagram", () -> {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(new byte[] {'x'}, 1, there));
                return socket;
            }
        });
        ways.put("multicast", () -> {
            try (MulticastSocket socket = new MulticastSocket()) {
                return socket;
            }
        });
        ways.put("listening", () -> {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket;
            }
        });
        ways.put("page", () -> {
            HttpURLConnection page = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            page.setConnectTimeout(2_000);
            page.setReadTimeout(2_000);
            page.connect();
            return page;
        });
        ways.put("channel", () -> {
            try (SocketChannel channel = SocketChannel.open(there)) {
                return channel;
            }
        });
        ways.put("datagram channel", () -> {
            try (DatagramChannel channel = DatagramChannel.open()) {
                return channel.send(ByteBuffer.wrap(new byte[] {'x'}), there);
            }
        });
        ways.put("asynchronous", () -> {
            try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
                return channel.connect(there).get(2, TimeUnit.SECONDS);
            }
        });
        ways.forEach(TriesToGetOut::attempt);
        System.out.println("tried " + ways.size());
    }

    // whatever stops it, it was stopped
    private static void attempt(String name, Callable<?> way) {
        try {
            way.call();
            System.out.println("open: " + name);
        } catch (Throwable e) {
            // closed
        }
    }
}
