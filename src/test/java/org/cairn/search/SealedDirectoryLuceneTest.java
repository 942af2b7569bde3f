package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.tests.store.BaseDirectoryTestCase;
import org.cairn.crypto.Secret;
import org.junit.jupiter.api.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.notification.Failure;

/// What Lucene itself asks of any storage. Its tests are written for JUnit 4: its own runner runs them here.
class SealedDirectoryLuceneTest {

    private static final byte[] KEY = new byte[32];

    /// Lucene's tests of a directory, over sealed files.
    public static final class Contract extends BaseDirectoryTestCase {
        @Override
        protected Directory getDirectory(Path path) throws java.io.IOException {
            return new SealedDirectory(new NIOFSDirectory(path), Secret.of(KEY));
        }
    }

    @Test
    void keepsWhatLuceneAsksOfADirectory() {
        String asserts = System.getProperty("tests.asserts");
        System.setProperty("tests.asserts", String.valueOf(Directory.class.desiredAssertionStatus()));
        try {
            Result result = new JUnitCore().run(Contract.class);

            assertThat(result.getFailures()).extracting(Failure::getTrace).isEmpty();
            assertThat(result.getRunCount()).isGreaterThan(45);
        } finally {
            restore(asserts);
        }
    }

    private static void restore(@org.jspecify.annotations.Nullable String asserts) {
        if (asserts == null) {
            System.clearProperty("tests.asserts");
        } else {
            System.setProperty("tests.asserts", asserts);
        }
    }
}
