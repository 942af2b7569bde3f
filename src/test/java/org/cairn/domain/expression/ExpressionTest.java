package org.cairn.domain.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions come to what forms in the field mean by them, and to nothing where they are none.
class ExpressionTest {

    private static final Map<String, Object> ANSWERS = Map.of(
            "age",
            17,
            "held",
            true,
            "where",
            List.of("camp", "prison"),
            "name",
            "Amina",
            "price",
            "12.50",
            "on",
            Map.of("verbatim", "March 2014", "edtf", "2014-03", "earliest", "2014-03-01", "latest", "2014-03-31"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${age} >= 17 and ${age} < 18",
                "selected(${where}, 'camp') and not(selected(${where}, 'ship'))",
                "/data/visit/age = 17 or false()",
                "../age != 18",
                "${held} = 'yes'",
                "${price} > 12.4 and ${price} * 2 = 25",
                "${on} >= '2014-01-01' and ${on} < today()",
                "count-selected(${where}) = 2",
                "string-length(${name}) = 5 and regex(${name}, '[A-Z][a-z]+')",
                "if(${age} > 20, 'old', 'young') = 'young'",
                "(${age} + 3) div 2 = 10 and ${age} mod 5 = 2 and -${age} < 0",
                "${nobody} = ''",
                "coalesce(${nobody}, 'x') = 'x'",
                ". = 40 and . != ''",
                "${name} = “Amina”",
                "starts-with(${name}, 'Am') and contains(normalize-space(' a  b '), 'a b')",
            })
    void holdsWhereItShould(String text) {
        assertThat(Expression.parse(text)).as(text).isPresent();
        assertThat(Expression.parse(text).orElseThrow().holds(scope())).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${age} > 18",
                "${where} = 'ship'",
                "not(${held})",
                "${name} > 3",
                "${on} > '2015-01-01'",
                "${age} = 17 and ${held} = 'no'",
            })
    void doesNotHoldWhereItShouldNot(String text) {
        assertThat(Expression.parse(text).orElseThrow().holds(scope())).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "${age} >",
                "pulldata('x', 'y')",
                "/data/item[position() = 2]/age = 1",
                "java.lang.System.exit(0)",
                "(((",
                "${age} = 1 ${age}",
                "selected(${where})",
                "'open",
            })
    void isNoneWhereSomethingIsNotUnderstood(String text) {
        assertThat(Expression.parse(text)).as(text).isEmpty();
    }

    @Test
    void endsWithPatternsThatNeverWould() {
        String text = "regex(., '((a+)+\\2)+b')";
        Scope scope = new Answering(ANSWERS, Optional.of("a".repeat(60)));
        assertThat(Expression.parse(text).orElseThrow().holds(scope)).isTrue();
    }

    @Test
    void isNoneWhereItIsDeeperThanAnybodyWrites() {
        assertThat(Expression.parse("(".repeat(100) + "1" + ")".repeat(100))).isEmpty();
        assertThat(Expression.parse("- ".repeat(500) + "1")).isEmpty();
        assertThat(Expression.parse("not(".repeat(900) + "1" + ")".repeat(900))).isEmpty();
    }

    @Test
    void namesTheAnswersItAsksFor() {
        assertThat(Expression.parse("${age} > 3 and ../where = 'x'")
                        .orElseThrow()
                        .names())
                .containsExactlyInAnyOrder("age", "where");
    }

    private static Scope scope() {
        return new Answering(ANSWERS, Optional.of(40));
    }

    private record Answering(Map<String, Object> answers, Optional<Object> self) implements Scope {
        @Override
        public Optional<Object> answer(String name) {
            return Optional.ofNullable(answers.get(name));
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2026, 3, 4);
        }
    }
}
