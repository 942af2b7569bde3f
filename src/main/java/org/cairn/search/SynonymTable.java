package org.cairn.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.domain.SynonymGroup;

/// Words that mean the same for whoever asks. Any number of threads may ask.
public final class SynonymTable {

    /// No words mean the same.
    public static final SynonymTable NONE = new SynonymTable(List.of());

    /// Sets of languages for which the words are kept cut: most questions ask in those of the archive.
    private static final int MOST_LANGUAGES = 4;

    private final List<SynonymGroup> groups;
    private final Map<Set<Language>, Map<String, List<Member>>> cut = new ConcurrentHashMap<>();

    /// @param groups those that whoever asks may know
    public SynonymTable(List<SynonymGroup> groups) {
        this.groups = List.copyOf(groups);
    }

    /// A word or phrase of a group.
    ///
    /// @param words as they are spelled in the index
    /// @param forms of each word what it is compared by
    record Member(int group, String text, List<Spelled.Token> words, List<Set<String>> forms) {
        @Override
        public String toString() {
            return "Member";
        }
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /// The members that begin with a word, by any of its forms.
    List<Member> beginning(Set<String> forms, Spelled spelled) {
        if (cut.size() >= MOST_LANGUAGES && !cut.containsKey(spelled.languages())) {
            cut.clear();
        }
        Map<String, List<Member>> byFirst = cut.computeIfAbsent(spelled.languages(), languages -> cut(spelled));
        Set<Member> members = new HashSet<>();
        forms.forEach(form -> members.addAll(byFirst.getOrDefault(form, List.of())));
        return List.copyOf(members);
    }

    /// The words of a group.
    List<Member> of(int group, Spelled spelled) {
        return groups.get(group).words().stream()
                .map(word -> member(group, word, spelled))
                .filter(member -> !member.words().isEmpty())
                .toList();
    }

    private Map<String, List<Member>> cut(Spelled spelled) {
        Map<String, List<Member>> byFirst = new HashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (Member member : of(group, spelled)) {
                member.forms()
                        .getFirst()
                        .forEach(form -> byFirst.computeIfAbsent(form, first -> new ArrayList<>())
                                .add(member));
            }
        }
        return byFirst;
    }

    private static Member member(int group, String word, Spelled spelled) {
        List<Spelled.Token> words = spelled.tokens(Fields.TEXT, word);
        return new Member(group, word, words, words.stream().map(spelled::forms).toList());
    }

    @Override
    public String toString() {
        return "SynonymTable";
    }
}
