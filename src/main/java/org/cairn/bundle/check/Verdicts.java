package org.cairn.bundle.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;

/// Collects how a bundle stands to each rule: `check.<name>.met` or `check.<name>.broken`.
final class Verdicts {

    private static final int SHOWN = 12;

    private final List<RuleResult> results = new ArrayList<>();

    /// Broken when there is anything to complain of: the arguments are then the first of it and its number, else
    /// `good`.
    void rule(String number, String name, Collection<?> bad, Object... good) {
        if (bad.isEmpty()) {
            met(number, name, good);
        } else {
            broken(number, name, few(bad), bad.size());
        }
    }

    void met(String number, String name, Object... arguments) {
        results.add(RuleResult.of(number, Outcome.MET, "check." + name + ".met", arguments));
    }

    void broken(String number, String name, Object... arguments) {
        results.add(RuleResult.of(number, Outcome.BROKEN, "check." + name + ".broken", arguments));
    }

    private static String few(Collection<?> items) {
        String some = String.join(
                ", ", items.stream().limit(SHOWN).map(String::valueOf).toList());
        return items.size() > SHOWN ? some + " …" : some;
    }

    /// Takes over what others found.
    void add(Verdicts others) {
        results.addAll(others.results);
    }

    List<RuleResult> results() {
        return List.copyOf(results);
    }
}
