package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.domain.Protection.CONFIDENTIAL;
import static org.cairn.domain.Protection.EX_PARTE;
import static org.cairn.domain.Protection.PUBLIC;
import static org.cairn.domain.Protection.RESTRICTED;
import static org.cairn.domain.Protection.SEALED;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProtectionTest {

    /// The database keeps the place of a level: another order would open what is closed.
    @Test
    void goesFromOpenToClosest() {
        assertThat(Protection.values()).containsExactly(PUBLIC, RESTRICTED, CONFIDENTIAL, EX_PARTE, SEALED);
    }

    @ParameterizedTest
    @EnumSource(Protection.class)
    void coversItselfAndWhatIsMoreOpenOnly(Protection level) {
        for (Protection other : Protection.values()) {
            assertThat(level.covers(other)).isEqualTo(other.ordinal() <= level.ordinal());
            assertThat(level.stricter(other)).isEqualTo(other.stricter(level));
            assertThat(level.stricter(other).covers(level)).isTrue();
            assertThat(level.stricter(other).covers(other)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RECORDER,CONFIDENTIAL",
        "ANALYST,CONFIDENTIAL",
        "COUNSEL,EX_PARTE",
        "IDENTITY_CUSTODIAN,SEALED",
        "AUDITOR,RESTRICTED",
        "OWNER,SEALED"
    })
    void isSeenAsFarAsTheRoleReaches(Role role, Protection highest) {
        assertThat(role.clearance()).isEqualTo(highest);
        assertThat(Role.clearance(Set.of(role))).isEqualTo(highest);
    }

    @Test
    void isPublicForWhoHasNoRole() {
        assertThat(Role.clearance(Set.of())).isEqualTo(PUBLIC);
    }

    @Test
    void isSeenByTheBestOfSeveralRolesAndNoFurther() {
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (random.nextBoolean()) {
                    roles.add(role);
                }
            }
            Protection seen = Role.clearance(roles);

            assertThat(roles).allMatch(role -> seen.covers(role.clearance()));
            assertThat(seen == PUBLIC || roles.stream().anyMatch(role -> role.clearance() == seen))
                    .isTrue();
        }
    }
}
