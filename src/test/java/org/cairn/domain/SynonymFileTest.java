package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.domain.SynonymFile.Fault;
import org.cairn.domain.SynonymFile.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file of words is read as people write it, or refused line by line with the reason.
class SynonymFileTest {

    @Test
    void readsALineForEachGroupWithoutRemarksAndWhiteSpace() {
        Read read = SynonymFile.read("\uFEFF# organs\r\nkidney , 肾,почка # more later\r\n\r\n  blood   group،血型\n");
        assertThat(read.faults()).isEmpty();
        assertThat(read.groups()).containsExactly(List.of("kidney", "肾", "почка"), List.of("blood group", "血型"));
    }

    @Test
    void takesCommasOfOtherKeyboardsAndNoWordTwice() {
        assertThat(SynonymFile.read("كلية، كلى\n肾，腎、肾臟\nKidney, kidney, ren").groups())
                .containsExactly(List.of("كلية", "كلى"), List.of("肾", "腎", "肾臟"), List.of("Kidney", "ren"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "alone | fewWords",
                "kidney, Kidney | fewWords",
                "kidney,, ren | blankWord",
                "kidney, ren, | blankWord",
                "kidney => ren | oneWay",
                "kidney, ... | noLetters",
                "kidne*, ren | signs",
                "\"kidney\", ren | signs",
                "kidney; ren, x | signs",
                "kidney\u0000, ren | signs",
                "kid\u202Eney, ren | signs",
                "kidney, (ren) | signs",
                "kidney, \uD83D | signs"
            })
    void refusesALineWithItsNumberAndTheReason(String line, String reason) {
        Read read = SynonymFile.read("liver, foie\n# remark\n" + line + "\n");
        assertThat(read.faults()).containsExactly(new Fault(3, reason));
    }

    @Test
    void refusesWhatIsNoText() {
        byte[] bytes = "liver, foie\nkidney, pочка\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        assertThat(SynonymFile.read(bytes).faults()).containsExactly(new Fault(2, "notUtf8"));
        assertThat(SynonymFile.read("kidney, ren".getBytes(StandardCharsets.UTF_16))
                        .faults())
                .isNotEmpty();
        assertThat(SynonymFile.read(new byte[SynonymFile.LARGEST + 1]).faults())
                .containsExactly(new Fault(1, "largeFile"));
    }

    @Test
    void refusesMoreThanAnArchiveHolds() {
        String groups = IntStream.rangeClosed(0, SynonymFile.MOST_GROUPS)
                .mapToObj(i -> "a" + i + ", b" + i)
                .collect(Collectors.joining("\n"));
        assertThat(SynonymFile.read(groups).faults())
                .containsExactly(new Fault(SynonymFile.MOST_GROUPS + 1, "manyGroups"));
        String words = IntStream.rangeClosed(0, SynonymGroup.MOST_WORDS)
                .mapToObj(i -> "w" + i)
                .collect(Collectors.joining(","));
        assertThat(SynonymFile.read(words).faults()).containsExactly(new Fault(1, "manyWords"));
        assertThat(SynonymFile.read("a, " + "b".repeat(SynonymGroup.LONGEST + 1))
                        .faults())
                .containsExactly(new Fault(1, "longWord"));
    }

    @Test
    void writesWhatItReads() {
        List<SynonymGroup> groups = List.of(
                new SynonymGroup(List.of("kidney", "肾", "قان تىپى"), Protection.PUBLIC),
                new SynonymGroup(List.of("blood group", "группа крови"), Protection.SEALED));
        assertThat(SynonymFile.read(SynonymFile.write(groups)).groups())
                .isEqualTo(groups.stream().map(SynonymGroup::words).toList());
    }

    @Test
    void aGroupRefusesWhatAFileRefuses() {
        assertThatThrownBy(() -> new SynonymGroup(List.of("kidney", "a,b"), Protection.PUBLIC))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }
}
