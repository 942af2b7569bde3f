package org.cairn.intake;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.DatagramSocketImpl;
import java.net.DatagramSocketImplFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.SocketImplFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A reading process without a network: whatever a file may make a library try.
///
/// Where the system can do it (Linux, where it lets everybody), the process has a network of its own in which nobody
/// else is. Everywhere, Java makes it no socket of any kind. What could still reach out where the system helps not is
/// foreign code in the process that calls the system by itself; no library here brings any that does.
final class NoNetwork {

    private static final String UNSHARE = "/usr/bin/unshare";
    private static final List<String> ALONE = List.of(UNSHARE, "--map-root-user", "--net", "--");

    private NoNetwork() {}

    /// What stands before the command of a process, so that it has no network; nothing where the system cannot.
    static List<String> before() {
        return Probe.ALLOWED ? ALONE : List.of();
    }

    /// Found out once, and only where a process is to be started.
    private static final class Probe {
        static final boolean ALLOWED = Files.isExecutable(Path.of(UNSHARE)) && allowed();

        private static boolean allowed() {
            try {
                Process process = new ProcessBuilder(UNSHARE, "--map-root-user", "--net", "--", "/bin/true")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                boolean ended = process.waitFor(5, TimeUnit.SECONDS);
                process.destroyForcibly();
                return ended && process.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /// From now on this process is given no socket.
    // Java has no other place to say it once for all sockets
    @SuppressWarnings("deprecation")
    static void close() {
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
