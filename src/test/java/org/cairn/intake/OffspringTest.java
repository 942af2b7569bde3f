package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What a reading process starts ends with the file, also when the process dies first.
@DisabledOnOs(OS.WINDOWS)
class OffspringTest {

    private static Process shell(String words) throws IOException {
        return new ProcessBuilder("/bin/sh", "-c", words).start();
    }

    /// What the shell started, once it says so.
    private static ProcessHandle childOf(Process shell) throws IOException {
        assertThat(shell.getInputStream().read()).isEqualTo('s');
        return shell.children().findFirst().orElseThrow();
    }

    @Test
    void endsWhatAProcessThatDiedHadStarted() throws Exception {
        Process parent = shell("(sleep 300; true) & echo s; wait");
        ProcessHandle child = childOf(parent);
        ProcessHandle grandchild = awaitChildOf(child);
        Offspring offspring = new Offspring(parent);
        offspring.add(child.pid());
        parent.destroyForcibly().waitFor();
        assertThat(child.isAlive()).isTrue();
        offspring.end();
        child.onExit().get(20, TimeUnit.SECONDS);
        grandchild.onExit().get(20, TimeUnit.SECONDS);
    }

    private static ProcessHandle awaitChildOf(ProcessHandle process) {
        while (process.isAlive()) {
            if (process.children().findFirst().isPresent()) {
                return process.children().findFirst().get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("ended by itself");
    }

    @Test
    void endsNoProcessThatIsNotOfItsOwn() throws Exception {
        Process parent = shell("echo s; sleep 300");
        Process other = shell("echo s; sleep 300");
        try {
            Offspring offspring = new Offspring(parent);
            offspring.add(other.pid());
            offspring.add(ProcessHandle.current().pid());
            offspring.end();
            assertThat(other.isAlive()).isTrue();
        } finally {
            parent.descendants().forEach(ProcessHandle::destroyForcibly);
            parent.destroyForcibly();
            other.descendants().forEach(ProcessHandle::destroyForcibly);
            other.destroyForcibly();
        }
    }
}
