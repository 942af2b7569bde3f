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
        assertThat(Sample.madeBy(new String[] {"verify"})).isEmpty();
    }
}
