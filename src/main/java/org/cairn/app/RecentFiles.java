package org.cairn.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.cairn.ui.common.ErrorMessages;

/// The list of files used last, which a desktop keeps in the person's home folder, in clear and beyond the end of the
/// program: whatever is chosen in a window for files, the system's toolkit notes there by itself with its whole path. A
/// file that was taken in and then destroyed would still be told of by its name.
///
/// On Linux the list is kept in the folder for data that GLib looks up once; here it is told of one in which nothing
/// can be kept. All else that looks for that folder finds the true one. (The libraries are those that the window
/// itself is made by.) Windows and macOS have no such place to say it: see the decision.
final class RecentFiles {

    private static final String FOLDER = "XDG_DATA_HOME";
    private static final String NOWHERE = "/dev/null";

    private static final FunctionDescriptor SET =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final FunctionDescriptor UNSET = FunctionDescriptor.ofVoid(ValueLayout.ADDRESS);
    private static final FunctionDescriptor LOOK_UP = FunctionDescriptor.of(ValueLayout.ADDRESS);

    private RecentFiles() {}

    /// To be called before the first window is made.
    static void leaveUnnoted() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            Optional<String> before = Optional.ofNullable(System.getenv(FOLDER));
            set(arena, Optional.of(NOWHERE));
            MemorySegment found =
                    (MemorySegment) function("g_get_user_data_dir", LOOK_UP).invokeExact();
            set(arena, before);
            if (found.equals(MemorySegment.NULL)) {
                throw new IllegalStateException("no folder");
            }
        } catch (Throwable e) { // a method handle declares all there is
            ErrorMessages.note(e);
        }
    }

    private static void set(Arena arena, Optional<String> value) throws Throwable {
        MemorySegment name = arena.allocateFrom(FOLDER);
        if (value.isPresent()) {
            int done = (int) function("g_setenv", SET).invokeExact(name, arena.allocateFrom(value.get()), 1);
            if (done == 0) {
                throw new IllegalStateException("not set");
            }
        } else {
            function("g_unsetenv", UNSET).invokeExact(name);
        }
    }

    /// A function of GLib, which stays loaded as long as the program runs.
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        SymbolLookup glib = SymbolLookup.libraryLookup("libglib-2.0.so.0", Arena.global());
        return Linker.nativeLinker().downcallHandle(glib.findOrThrow(name), descriptor);
    }
}
