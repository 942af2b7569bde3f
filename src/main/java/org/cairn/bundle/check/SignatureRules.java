package org.cairn.bundle.check;

import java.util.List;
import org.cairn.domain.served.SignatureSaid;

/// Signatures: each must hold, and cover all of the file. That there is none breaks no rule.
final class SignatureRules {

    private static final String RULE = "SIGNATURE";

    private SignatureRules() {}

    static void check(List<SignatureSaid> signatures, Verdicts verdicts) {
        for (int i = 0; i < signatures.size(); i++) {
            check(i + 1, signatures.get(i), verdicts);
        }
    }

    private static void check(int number, SignatureSaid said, Verdicts verdicts) {
        String certificate = said.certificate().hex();
        if (said.sound()) {
            verdicts.met(RULE, "signature", number, said.subject(), certificate);
        } else {
            verdicts.broken(RULE, "signature", number, said.subject(), certificate);
        }
        if (said.wholeFile()) {
            verdicts.met(RULE, "signatureWhole", number);
        } else {
            verdicts.broken(RULE, "signatureWhole", number);
        }
        said.attested().ifPresent(time -> {
            if (time.fits()) {
                verdicts.met(RULE, "signatureTime", number, time.at(), time.authority());
            } else {
                verdicts.broken(RULE, "signatureTime", number, time.at(), time.authority());
            }
        });
    }
}
