package org.cairn.dates;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How long something went on: "three days in May" lie somewhere in May, and are not its third.
final class Lasting {

    /// What a time that something lasted can stand beside; anything else counts with it.
    private static final Set<Kind> DATED = EnumSet.of(
            Kind.DATE,
            Kind.MONTH,
            Kind.MONTHMARK,
            Kind.YEARMARK,
            Kind.SEASON,
            Kind.FEAST,
            Kind.ERA,
            Kind.ABOUT,
            Kind.MAYBE);

    private Lasting() {}

    static List<Token> without(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token unit = tokens.get(i + 1);
            boolean lasted = tokens.get(i).cardinal()
                    && !tokens.get(i).isYear()
                    && unit.is(Kind.UNIT)
                    && unit.number() == 0
                    && !unit.name().equals("year");
            List<Token> rest = new ArrayList<>(tokens.subList(0, i));
            rest.addAll(tokens.subList(i + 2, tokens.size()));
            if (lasted && placed(rest)) {
                return rest;
            }
        }
        return tokens;
    }

    private static boolean placed(List<Token> rest) {
        for (int i = 0; i < rest.size(); i++) {
            Token token = rest.get(i);
            boolean month = i + 1 < rest.size() && rest.get(i + 1).is(Kind.MONTHMARK);
            if (token.is(Kind.NUMBER) ? !token.isYear() && !month : !DATED.contains(token.kind())) {
                return false;
            }
        }
        return rest.stream().anyMatch(token -> !token.is(Kind.ABOUT) && !token.is(Kind.MAYBE));
    }
}
