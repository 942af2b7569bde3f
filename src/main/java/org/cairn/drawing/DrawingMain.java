package org.cairn.drawing;

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
import java.util.logging.LogManager;
import javax.imageio.ImageIO;
import org.cairn.outside.NoNetwork;

/// The drawing process: answers questions that come over standard input, one after another, until it is closed.
final class DrawingMain {

    private DrawingMain() {}

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
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(DrawingMain::end));
        MemoryWatch.begin(Integer.parseInt(arguments[0]));
        try {
            out.writeByte(Talk.READY);
            out.flush();
            Drawer drawer = new Drawer(in, out);
            while (true) {
                drawer.answer();
            }
        } catch (IOException e) {
            end(); // the program has closed the pipe
        }
    }

    private static void end() {
        Runtime.getRuntime().halt(0);
    }
}
