package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import javax.imageio.ImageIO;
import org.cairn.outside.NoNetwork;
import org.cairn.outside.Spool;

/// The worker process: reads files that come over standard input, one after another, until it is closed.
final class WorkerMain {

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        // nothing that a library prints may get between the frames, and nothing may be logged of a file
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(nowhere);
        System.setErr(nowhere);
        LogManager.getLogManager().reset();
        NoNetwork.close();
        ImageIO.setUseCache(false);
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        long largest = Long.parseLong(arguments[1]);
        endWithParent();
        FileReading reading = new FileReading(Integer.parseInt(arguments[0]));
        try {
            out.writeByte(Frames.READY);
            out.flush();
            if (Boolean.parseBoolean(arguments[2])) {
                Thread.ofPlatform().daemon().start(reading::prepare);
            }
            while (true) {
                readOne(in, out, reading, largest);
            }
        } catch (IOException e) {
            end();
        }
    }

    private static void readOne(DataInputStream in, DataOutputStream out, FileReading reading, long largest)
            throws IOException {
        boolean unlock = in.readBoolean();
        String name = Frames.readText(in);
        List<String> passwords = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            passwords.add(Frames.readText(in));
        }
        long size = in.readLong();
        Frames.Pieces pieces = new Frames.Pieces(in);
        Answer answer = new Answer(out);
        FarChannel.Asking asking = (from, length) -> {
            answer.ask(from, length);
            byte[] part = new byte[Math.clamp(in.readInt(), 0, FarChannel.PART)];
            in.readFully(part);
            return part;
        };
        try (IncomingBytes bytes = IncomingBytes.receive(pieces, size, largest, asking)) {
            if (unlock) {
                reading.unlock(bytes, name, new Unlocking(passwords, answer), answer);
            } else {
                reading.read(bytes, name, new Unlocking(passwords, answer), answer);
            }
        }
        out.flush();
    }

    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(WorkerMain::end));
    }

    /// A worker whose program is gone has nobody to read for, and nobody who wipes its folder.
    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Spool.remove(Path.of(System.getProperty("java.io.tmpdir")));
        Runtime.getRuntime().halt(0);
    }
}
