package org.cairn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cairn.domain.NotMapped;
import org.junit.jupiter.api.Test;

/// Every column of a table comes in, also one that is called like another.
class CsvColumnsTest {

    @Test
    void keepsASecondColumnOfTheSameName() throws Exception {
        Offered.Submission read = (Offered.Submission) Submissions.read(
                        "KEY,who,who,seen/colour,seen/colour\nuuid:1,Ana,Berta,red,blue\n"
                                .getBytes(StandardCharsets.UTF_8),
                        "t.csv",
                        false)
                .getFirst();
        assertThat(read.answers())
                .containsEntry("who", "Ana")
                .containsEntry("who (2)", "Berta")
                .containsEntry("seen", Map.of("colour", "red", "colour (2)", "blue"));
        assertThat(read.notMapped())
                .contains(
                        new NotMapped("columnTwice", "who", "who (2)"),
                        new NotMapped("columnTwice", "seen/colour", "colour (2)"));
    }

    @Test
    void tellsOfEveryNameThatAToolGaveASubmission() throws Exception {
        Offered.Submission read = (Offered.Submission) Submissions.read(
                        "_uuid,meta/instanceID,colour\n1,uuid:2,red\n".getBytes(StandardCharsets.UTF_8), "t.csv", false)
                .getFirst();
        assertThat(read.instance()).isEqualTo("uuid:2");
        assertThat(read.notMapped()).containsExactly(new NotMapped("bookkeeping", "_uuid", "1"));
    }
}
