package org.cairn.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.cairn.outside.OwnJvm;

/// `CAIRN_HEAP` for the installed program: its launcher always gives it the memory that it was installed with, so that
/// it starts itself again with as much as was asked for. The other ways to start it hear the variable themselves.
final class MoreMemory {

    private static final String HEAP = "CAIRN_HEAP";

    /// Said by the launcher of an installed program.
    private static final String INSTALLED = "jpackage.app-path";

    private static final String STARTED_AGAIN = "cairn.started-again";

    private MoreMemory() {}

    /// As much as was asked for, as `-Xmx` takes it; empty where this JVM is to go on itself.
    ///
    /// @param properties of this JVM
    static Optional<String> wanted(Map<String, String> environment, Properties properties) {
        return Optional.ofNullable(environment.get(HEAP))
                .map(String::strip)
                .filter(heap -> !heap.isEmpty())
                .filter(heap -> properties.getProperty(INSTALLED) != null)
                .filter(heap -> properties.getProperty(STARTED_AGAIN) == null);
    }

    /// Runs the program once more, as this JVM was started but with another memory, and waits for its end.
    ///
    /// @param main the class to run
    /// @return how it ended
    static int run(String heap, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(OwnJvm.program());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        // what is said last holds
        command.add("-Xmx" + heap);
        command.add("-D" + STARTED_AGAIN + "=true");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            Process again = new ProcessBuilder(command).inheritIO().start();
            // who ends this one means the one that works
            Runtime.getRuntime().addShutdownHook(new Thread(again::destroy));
            return again.waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("not started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
