package org.cairn.store;

import java.util.Map;
import java.util.Optional;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;

/// What is meant by a member that somebody left out of a form.
///
/// Nothing is assumed that a witness decided or that a person must have seen: a decision, its mode, a signature's mode.
final class Defaults {

    private static final Map<Class<?>, Object> OF_TYPE = Map.of(
            String.class,
            "",
            boolean.class,
            false,
            Protection.class,
            Protection.RESTRICTED,
            LanguageTag.class,
            LanguageTag.UNDETERMINED);

    private static final Map<Class<?>, Map<String, Object>> OF_MEMBER = Map.of(
            Testimony.class,
            Map.of("interviewKind", InterviewKind.FULL_STATEMENT, "interview", Interview.blank()),
            Interview.class,
            Map.of("recording", Interview.Recording.NOTES, "witnessReadsLanguage", true),
            Translation.class,
            Map.of("status", Translation.Status.DRAFT),
            EvidenceItem.class,
            Map.of("type", "UNSORTED"),
            BundleDraft.class,
            Map.of("volume", 1, "scope", "SUBMIT_TRIBUNAL", "profile", "peoples-tribunal"),
            BundleMaking.Version.class,
            Map.of("scope", "SUBMIT_TRIBUNAL"),
            BundleDraft.Redacted.Part.class,
            Map.of("from", BundleVersion.PARTY),
            BundleDraft.Withheld.class,
            Map.of("from", BundleVersion.PARTY));

    private Defaults() {}

    static Optional<Object> of(Class<?> type) {
        return Optional.ofNullable(OF_TYPE.get(type));
    }

    static Optional<Object> of(Class<?> owner, String member) {
        return Optional.ofNullable(OF_MEMBER.getOrDefault(owner, Map.of()).get(member));
    }
}
