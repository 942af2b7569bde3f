package org.cairn.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the letters of one script sound like.
final class Letters {

    /// Where languages disagree on several letters of a word, the likeliest readings are enough.
    private static final int MOST_READINGS = 12;

    /// The columns of a table, from 0.
    private static final int SOUNDS = 2;

    private static final int SPELLED = 3;

    private static final String SOFTENING = "eiyéèêíì";

    private final Map<Character, List<Rule>> rules = new HashMap<>();

    private Letters() {}

    private enum Where {
        ANY,
        FIRST,
        LAST,
        CLOSED,
        SOFT
    }

    /// @param sounds the likeliest first
    private record Rule(String written, Where where, List<String> sounds) {}

    /// How the letters of a script sound.
    static Letters of(String script) {
        return of(script, SOUNDS);
    }

    /// What the letters of a script stand for where two words of it are compared.
    static Letters spelled(String script) {
        return of(script, SPELLED);
    }

    private static Letters of(String script, int column) {
        Letters letters = new Letters();
        for (String line : Tables.lines(script)) {
            String[] cells = line.split("\t", -1);
            List<String> sounds = new ArrayList<>();
            for (String sound : cells[column].split("\\|")) {
                sounds.add(sound.equals("-") ? "" : sound);
            }
            Rule rule = new Rule(cells[0], Where.valueOf(cells[1].toUpperCase(Locale.ROOT)), sounds);
            letters.rules
                    .computeIfAbsent(cells[0].charAt(0), first -> new ArrayList<>())
                    .add(rule);
        }
        return letters;
    }

    boolean knows(char letter) {
        return rules.containsKey(letter);
    }

    /// The ways a word may sound, the likeliest first. Letters it does not know are passed over.
    Set<String> readings(String word) {
        Set<String> readings = new LinkedHashSet<>(List.of(""));
        int at = 0;
        while (at < word.length()) {
            Rule rule = rule(word, at);
            if (rule != null) {
                readings = with(readings, rule.sounds);
            }
            at += rule == null ? 1 : rule.written.length();
        }
        return readings;
    }

    private static Set<String> with(Set<String> readings, List<String> sounds) {
        Set<String> longer = new LinkedHashSet<>();
        for (String sound : sounds) {
            for (String reading : readings) {
                if (longer.size() < MOST_READINGS) {
                    longer.add(joined(reading, sound));
                }
            }
        }
        return longer;
    }

    /// The same letter twice is written once.
    static String joined(String reading, String sound) {
        boolean same =
                !reading.isEmpty() && !sound.isEmpty() && reading.charAt(reading.length() - 1) == sound.charAt(0);
        return reading + (same ? sound.substring(1) : sound);
    }

    private @Nullable Rule rule(String word, int at) {
        for (Rule rule : rules.getOrDefault(word.charAt(at), List.of())) {
            if (word.startsWith(rule.written, at) && stands(rule, word, at)) {
                return rule;
            }
        }
        return null;
    }

    private boolean stands(Rule rule, String word, int at) {
        int after = at + rule.written.length();
        return switch (rule.where) {
            case ANY -> true;
            case FIRST -> at == 0;
            case LAST -> after == word.length();
            case CLOSED -> after == word.length() || !isVowel(word.charAt(after));
            case SOFT -> after < word.length() && SOFTENING.indexOf(word.charAt(after)) >= 0;
        };
    }

    private boolean isVowel(char letter) {
        List<Rule> known = rules.getOrDefault(letter, List.of());
        return !known.isEmpty()
                && "aiu".contains(known.getLast().sounds.getFirst())
                && !known.getLast().sounds.getFirst().isEmpty();
    }
}
