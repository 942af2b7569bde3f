package org.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.outside.OwnJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// In a process of its own: GLib looks a folder up once.
@EnabledOnOs(OS.LINUX)
class RecentFilesTest {

    private static final FunctionDescriptor TEXT = FunctionDescriptor.of(ValueLayout.ADDRESS);
    private static final FunctionDescriptor TEXT_OF_TEXT =
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    @TempDir
    private Path home;

    /// Tells where GLib keeps data, and what the environment says of it.
    static final class Asking {
        public static void main(String[] arguments) throws Throwable {
            if (arguments.length > 0) {
                RecentFiles.leaveUnnoted();
            }
            try (Arena arena = Arena.ofConfined()) {
                SymbolLookup glib = SymbolLookup.libraryLookup("libglib-2.0.so.0", arena);
                Linker linker = Linker.nativeLinker();
                System.out.println(
                        text((MemorySegment) linker.downcallHandle(glib.findOrThrow("g_get_user_data_dir"), TEXT)
                                .invokeExact()));
                System.out.println(
                        text((MemorySegment) linker.downcallHandle(glib.findOrThrow("g_getenv"), TEXT_OF_TEXT)
                                .invokeExact(arena.allocateFrom("XDG_DATA_HOME"))));
            }
        }

        private static String text(MemorySegment from) {
            return from.equals(MemorySegment.NULL)
                    ? "nothing"
                    : from.reinterpret(Integer.MAX_VALUE).getString(0);
        }
    }

    @Test
    void theListOfFilesUsedLastIsKeptNowhere() throws Exception {
        assertThat(told(Optional.empty())).containsExactly(home + "/.local/share", "nothing");

        assertThat(told(Optional.empty(), "unnoted")).containsExactly("/dev/null", "nothing");
    }

    @Test
    void whateverElseLooksForTheFolderFindsTheOneThatWasSaid() throws Exception {
        String said = home.resolve("elsewhere").toString();

        assertThat(told(Optional.of(said), "unnoted")).containsExactly("/dev/null", said);
    }

    private List<String> told(Optional<String> said, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                OwnJvm.program(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Asking.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HOME", Files.createDirectories(home).toString());
        builder.environment().remove("XDG_DATA_HOME");
        said.ifPresent(folder -> builder.environment().put("XDG_DATA_HOME", folder));
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
