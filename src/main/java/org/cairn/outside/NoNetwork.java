package org.cairn.outside;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.DatagramSocketImpl;
import java.net.DatagramSocketImplFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.SocketImplFactory;
import java.util.List;

/// A process of our own without a network: whatever a file may make a library try.
///
/// Where the system can do it (Linux, where it lets everybody), the process has a network of its own in which nobody
/// else is. Everywhere, Java makes it no socket of any kind. What could still reach out where the system helps not is
/// foreign code in the process that calls the system by itself; no library here brings any that does.
public final class NoNetwork {

    private NoNetwork() {}

    /// What stands before the command of a process, so that it has no network; nothing where the system cannot. It
    /// still sees other processes, and whose child it is.
    public static List<String> before() {
        return Enclosure.withoutNetwork();
    }

    /// From now on this process is given no socket.
    // Java has no other place to say it once for all sockets
    @SuppressWarnings("deprecation")
    public static void close() {
        Refusal refusal = new Refusal();
        try {
            Socket.setSocketImplFactory(refusal);
            ServerSocket.setSocketFactory(refusal);
            DatagramSocket.setDatagramSocketImplFactory(refusal);
        } catch (IOException e) {
            throw new IllegalStateException("said before", e);
        }
    }

    private static final class Refusal implements SocketImplFactory, DatagramSocketImplFactory {
        @Override
        public SocketImpl createSocketImpl() {
            throw new UnsupportedOperationException("no network");
        }

        @Override
        public DatagramSocketImpl createDatagramSocketImpl() {
            throw new UnsupportedOperationException("no network");
        }
    }
}
