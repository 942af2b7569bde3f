package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void opensTheDesktopOnlyAfterADemoForAPerson() {
        assertThat(Sample.madeBy(new String[] {"demo", "here"})).contains(Path.of("here", "sample.cairn"));
        assertThat(Sample.madeBy(new String[] {"demo"})).contains(Path.of("cairn-demo", "sample.cairn"));
        assertThat(Sample.madeBy(new String[] {"demo", "--json"})).isEmpty();
        assertThat(Sample.madeBy(new String[] {"demo", "-h"})).isEmpty();
        assertThat(Sample.madeBy(new String[] {"verify"})).isEmpty();
        assertThat(Sample.madeBy(new String[] {"no-such-command"})).isEmpty();
    }

    @Test
    void takesNoLanguageForAFolder() {
        assertThat(Sample.madeBy(new String[] {"--lang", "ar", "demo"}))
                .contains(Path.of("cairn-demo", "sample.cairn"));
        assertThat(Sample.madeBy(new String[] {"demo", "--lang", "ar", "here"}))
                .contains(Path.of("here", "sample.cairn"));
    }
}
