package org.cairn.bundle.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds many words in one walk over a text (Aho and Corasick, 1975).
final class Automaton {

    private final int[] first = new int[0x10000];
    private final List<char[]> letters = new ArrayList<>();
    private final List<int[]> targets = new ArrayList<>();
    private final int[] fall;
    private final int[] also;
    private final List<int[]> ends;

    /// Told of a word's end in the text.
    @FunctionalInterface
    interface Told {
        void found(int word, int end);
    }

    private static final class Node {
        final TreeMap<Character, Integer> next = new TreeMap<>();
        int[] words = {};
    }

    /// @param words an empty one is never found
    Automaton(List<String> words) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node());
        for (int word = 0; word < words.size(); word++) {
            add(nodes, words.get(word), word);
        }
        ends = nodes.stream().map(node -> node.words).toList();
        for (Node node : nodes) {
            char[] some = new char[node.next.size()];
            int[] to = new int[some.length];
            int i = 0;
            for (var entry : node.next.entrySet()) {
                some[i] = entry.getKey();
                to[i++] = entry.getValue();
            }
            letters.add(some);
            targets.add(to);
        }
        nodes.getFirst().next.forEach((letter, node) -> first[letter] = node);
        fall = new int[nodes.size()];
        also = new int[nodes.size()];
        link();
    }

    private static void add(List<Node> nodes, String word, int number) {
        int at = 0;
        for (int i = 0; i < word.length(); i++) {
            Integer next = nodes.get(at).next.get(word.charAt(i));
            if (next == null) {
                next = nodes.size();
                nodes.get(at).next.put(word.charAt(i), next);
                nodes.add(new Node());
            }
            at = next;
        }
        if (at > 0) {
            Node node = nodes.get(at);
            node.words = Arrays.copyOf(node.words, node.words.length + 1);
            node.words[node.words.length - 1] = number;
        }
    }

    /// Where to go on when a letter does not: the longest ending that begins another word.
    private void link() {
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int child : targets.getFirst()) {
            waiting.add(child);
        }
        for (@Nullable Integer next = waiting.poll(); next != null; next = waiting.poll()) {
            int node = next;
            for (int i = 0; i < letters.get(node).length; i++) {
                int child = targets.get(node)[i];
                fall[child] = step(fall[node], letters.get(node)[i]);
                also[child] = ends.get(fall[child]).length > 0 ? fall[child] : also[fall[child]];
                waiting.add(child);
            }
        }
    }

    private int step(int from, char letter) {
        int node = from;
        while (node > 0) {
            int i = Arrays.binarySearch(letters.get(node), letter);
            if (i >= 0) {
                return targets.get(node)[i];
            }
            node = fall[node];
        }
        return first[letter];
    }

    void run(CharSequence text, Told told) {
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, text.charAt(i));
            for (int end = node; end > 0; end = also[end]) {
                for (int word : ends.get(end)) {
                    told.found(word, i + 1);
                }
            }
        }
    }
}
