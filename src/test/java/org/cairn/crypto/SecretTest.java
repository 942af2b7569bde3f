package org.cairn.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void wipesTheArrayItTakes() {
        byte[] given = {1, 2, 3};
        try (Secret secret = Secret.taking(given)) {
            assertThat(given).containsOnly(0);
            assertThat(secret.copy()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void leavesTheArrayItCopies() {
        byte[] given = {1, 2, 3};
        try (Secret secret = Secret.of(given)) {
            given[0] = 9;
            assertThat(secret.copy()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void wipesWhatItLent() {
        try (Secret secret = Secret.of(new byte[] {1, 2, 3})) {
            byte[] lent = secret.use(bytes -> bytes);
            assertThat(lent).containsOnly(0);
        }
    }

    @Test
    void wipesWhatItLentToABorrowerThatFails() {
        AtomicReference<byte[]> lent = new AtomicReference<>(new byte[0]);
        try (Secret secret = Secret.of(new byte[] {1, 2, 3})) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> secret.use(bytes -> {
                        lent.set(bytes);
                        throw new IllegalStateException("borrower");
                    }));
        }
        assertThat(lent.get()).hasSize(3).containsOnly(0);
    }

    @Test
    void wipesItselfWhenClosed() throws Exception {
        Secret secret = Secret.of(new byte[] {1, 2, 3});
        Field bytes = Secret.class.getDeclaredField("bytes");
        bytes.setAccessible(true);
        secret.close();
        secret.close();
        assertThat((byte[]) bytes.get(secret)).containsOnly(0);
        assertThat(secret.destroyed()).isTrue();
    }

    @Test
    void isOfNoUseOnceClosed() {
        Secret secret = Secret.of(new byte[] {1, 2, 3});
        secret.close();
        assertThatIllegalStateException().isThrownBy(secret::copy);
        assertThatIllegalStateException().isThrownBy(() -> secret.use(bytes -> bytes.length));
        assertThatIllegalStateException().isThrownBy(() -> secret.derive("purpose"));
    }

    @Test
    void derivesKeysOfAnotherLengthForWhoeverNeedsThem() {
        try (Secret secret = Secret.random(new SecureRandom(), 32);
                Secret usual = secret.derive("files");
                Secret longer = secret.derive("files", 48)) {
            assertThat(longer.copy()).hasSize(48).startsWith(usual.copy());
        }
    }

    @Test
    void derivesAnotherKeyForEveryPurpose() {
        try (Secret secret = Secret.random(new SecureRandom(), 32);
                Secret files = secret.derive("files");
                Secret filesAgain = secret.derive("files");
                Secret index = secret.derive("index")) {
            assertThat(files.copy()).hasSize(32).isEqualTo(filesAgain.copy()).isNotEqualTo(index.copy());
            assertThat(files.copy()).isNotEqualTo(secret.copy());
        }
    }

    @Test
    void saysNothingAboutItself() {
        try (Secret secret = Secret.of("hidden".getBytes(UTF_8))) {
            assertThat(secret).hasToString("Secret");
        }
    }

    @Test
    void isAnotherOneEveryTime() {
        SecureRandom random = new SecureRandom();
        try (Secret one = Secret.random(random, 32);
                Secret other = Secret.random(random, 32)) {
            assertThat(one.copy()).isNotEqualTo(other.copy());
        }
    }
}
