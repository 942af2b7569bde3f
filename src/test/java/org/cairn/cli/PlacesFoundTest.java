package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.cairn.archive.Redactions;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.junit.jupiter.api.Test;

/// What is said of places where words stand.
class PlacesFoundTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Output output = new Output(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            new Words(Locale.ENGLISH));

    @Test
    void tellsTheShellThatAnExhibitWasNotLookedThrough() {
        Reference unseen = new Reference(RecordKind.EVIDENCE, 7);
        PlacesFound places =
                new PlacesFound(output, new Redactions.Sought(List.of(), List.of(unseen)), List.of(1), false);

        places.tell((number, place) -> false);
        int exit = places.end();

        assertThat(exit).isEqualTo(ExitCode.INPUT_NOT_READ);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Found nowhere.");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("E-0007", "Nobody knows");
        assertThat(places.document().get("notSeen").get(0).asText()).isEqualTo("E-0007");
    }
}
