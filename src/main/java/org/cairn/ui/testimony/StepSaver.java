package org.cairn.ui.testimony;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cairn.archive.Drafts;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;

/// What is typed into one step and not kept yet: saved every two seconds beside the statement's draft, in the sealed
/// database, and taken up again after a lock or a crash.
///
/// Who a witness is never passes through here: a draft can be read by whoever can open the archive.
final class StepSaver implements AutoCloseable {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);
    private static final JsonMapper JSON = new JsonMapper();

    /// Before the name of an entry that was touched: what stood there before.
    private static final String BEFORE = "before.";

    private final Desk desk;
    private final String id;
    private final Supplier<Map<String, String>> entries;
    private final Consumer<? super Throwable> otherwise;
    private final Tasks.Timer timer;
    private Map<String, String> untouched;
    private Map<String, String> lastSaved;
    private boolean ready;
    private boolean saving;
    private boolean forgetting;

    /// @param id what the draft is called, such as `risk/W-0007`
    /// @param entries what stands in the step now
    StepSaver(Desk desk, String id, Supplier<Map<String, String>> entries, Consumer<? super Throwable> otherwise) {
        this.desk = desk;
        this.id = id;
        this.entries = entries;
        this.otherwise = otherwise;
        this.untouched = entries.get();
        this.lastSaved = untouched;
        this.timer = desk.tasks().every(SAVE_EVERY, this::save);
    }

    /// Takes up what was typed before, where nothing was typed meanwhile; what stands in the step now counts as
    /// untouched. What the person had not touched then is left as it stands now: somebody may have changed it since.
    ///
    /// @param fill puts it into the step, with when it was typed
    void takeUp(Fill fill) {
        untouched = entries.get();
        lastSaved = untouched;
        desk.tasks()
                .fetch(
                        () -> desk.archive().drafts().load(id),
                        (Optional<Drafts.Draft> draft) -> {
                            draft.filter(found -> entries.get().equals(untouched))
                                    .ifPresent(found -> {
                                        Typed typed = Typed.of(read(found.json()), untouched);
                                        fill.fill(typed.entries(), found.savedAt(), typed.changedMeanwhile());
                                        lastSaved = entries.get();
                                    });
                            ready = true;
                        },
                        otherwise);
    }

    /// Saves what changed; called by itself every two seconds.
    void save() {
        Map<String, String> now = entries.get();
        if (!ready || saving || now.equals(lastSaved)) {
            return;
        }
        saving = true;
        boolean nothing = now.equals(untouched);
        desk.tasks()
                .keep(
                        () -> write(now, nothing),
                        () -> {
                            saving = false;
                            if (forgetting) {
                                forget();
                            } else {
                                lastSaved = now;
                            }
                        },
                        failure -> {
                            saving = false;
                            forgetting = false;
                            otherwise.accept(failure);
                        });
    }

    /// What must still be saved before the archive closes.
    Runnable parting() {
        Map<String, String> now = entries.get();
        boolean nothing = now.equals(untouched);
        boolean saved = !ready || (now.equals(lastSaved) && !saving);
        return () -> {
            if (!saved) {
                write(now, nothing);
            }
        };
    }

    /// What stands in the step was kept as a record: the draft has done its work.
    void kept() {
        untouched = entries.get();
        lastSaved = untouched;
        if (saving) {
            forgetting = true; // a save on its way must not bring the draft back
        } else {
            forget();
        }
    }

    @Override
    public void close() {
        timer.close();
    }

    private void forget() {
        forgetting = false;
        desk.tasks().keep(() -> desk.archive().drafts().discard(id), () -> {}, otherwise);
    }

    private void write(Map<String, String> now, boolean nothing) {
        if (nothing) {
            desk.archive().drafts().discard(id);
        } else {
            Map<String, String> all = new TreeMap<>(now);
            untouched.forEach((key, before) -> {
                if (!before.equals(now.get(key))) {
                    all.put(BEFORE + key, before);
                }
            });
            desk.archive().drafts().save(id, json(all));
        }
    }

    /// What a person is told when they find again what they had typed.
    static Told told(Words words, Instant typedAt, boolean changedMeanwhile) {
        String again = words.of("testimony").text("step.takenUp", words.moment(typedAt));
        Messages shell = words.of("shell");
        return changedMeanwhile
                ? Told.warning(
                        again + " " + shell.text("draft.changedMeanwhile"), shell.text("draft.changedMeanwhile.do"))
                : Told.info(again);
    }

    /// A draft laid over what stands now.
    private record Typed(Map<String, String> entries, boolean changedMeanwhile) {

        @Override
        public String toString() {
            return "Typed";
        }

        static Typed of(Map<String, String> saved, Map<String, String> standing) {
            Map<String, String> entries = new TreeMap<>(standing);
            boolean changed = false;
            for (Map.Entry<String, String> entry : saved.entrySet()) {
                String key = entry.getKey();
                if (key.startsWith(BEFORE)) {
                    continue;
                }
                String before = saved.getOrDefault(BEFORE + key, entry.getValue());
                changed |= !before.equals(standing.getOrDefault(key, before));
                if (!before.equals(entry.getValue()) || !standing.containsKey(key)) {
                    entries.put(key, entry.getValue());
                }
            }
            return new Typed(entries, changed);
        }
    }

    private static String json(Map<String, String> entries) {
        try {
            return JSON.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entries are plain text", e);
        }
    }

    private static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            return Map.of(); // written by another version: worth no more than nothing
        }
    }

    /// Puts what was typed before back into a step.
    interface Fill {
        void fill(Map<String, String> entries, Instant typedAt, boolean changedMeanwhile);
    }
}
