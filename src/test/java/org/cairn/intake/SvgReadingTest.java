package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A drawing says what is written in it.
class SvgReadingTest {

    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg"><title>The yard</title>
            <style>.wall { fill: grey }</style><script>alert('boo')</script>
            <g><text x="1" y="2"><tspan>the north</tspan><tspan>gate</tspan></text><text>a well</text></g></svg>
            """;

    private static String words(String drawing) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Gathering gathering = new Gathering(new Answer(new DataOutputStream(said)), new Languages(), 10_000);
        SvgReading.read(IncomingBytes.of(drawing.getBytes(StandardCharsets.UTF_8)), gathering);
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysItsWordsAndNotHowItLooksOrWhatItDoes() throws Exception {
        assertThat(words(DRAWING))
                .contains("The yard", "the north gate", "a well")
                .doesNotContain("grey", "boo", "gatea");
    }
}
