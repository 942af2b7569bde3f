package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cairn.outside.NoNetwork;
import org.cairn.outside.Spool;
import org.junit.jupiter.api.Test;

/// A reading process reaches nobody, on this machine or elsewhere, whatever a file makes a library try.
class NoNetworkTest {

    private static final Limits USUAL = new Limits(Duration.ofSeconds(60), 64, 1_000, 1);

    private static String tried(List<String> command, int port, String how) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(TriesToGetOut.class.getName(), String.valueOf(port), how));
        Process process = new ProcessBuilder(whole)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Without what the system may do for it as well.
    private static List<String> byJavaAlone(Spool spool) {
        List<String> command = Worker.command(USUAL, spool);
        return command.subList(NoNetwork.before().size(), command.size());
    }

    @Test
    void findsEveryWayOutShut() throws IOException {
        try (Spool spool = Spool.make();
                ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                DatagramSocket datagrams = new DatagramSocket(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort()))) {
            assertThat(tried(byJavaAlone(spool), listening.getLocalPort(), "shut"))
                    .isEqualToIgnoringNewLines("tried 9");
            assertThat(tried(Worker.command(USUAL, spool), listening.getLocalPort(), "shut"))
                    .isEqualToIgnoringNewLines("tried 9");
            assertNobodyCame(listening, datagrams);
        }
    }

    private static void assertNobodyCame(ServerSocket listening, DatagramSocket datagrams) throws IOException {
        listening.setSoTimeout(1);
        datagrams.setSoTimeout(1);
        try (Socket came = listening.accept()) {
            assertThat(came).isNull();
        } catch (SocketTimeoutException e) {
            assertThat(e).isNotNull();
        }
        try {
            datagrams.receive(new DatagramPacket(new byte[1], 1));
            assertThat(datagrams).isNull();
        } catch (SocketTimeoutException e) {
            assertThat(e).isNotNull();
        }
    }

    /// So that the test above shows something.
    @Test
    void wouldFindThemOpenInAnotherProcess() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> plain = List.of(java, "-cp", System.getProperty("java.class.path"));
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertThat(tried(plain, listening.getLocalPort(), "open"))
                    .contains("open: stream", "open: datagram", "open: channel", "open: listening");
        }
    }
}
