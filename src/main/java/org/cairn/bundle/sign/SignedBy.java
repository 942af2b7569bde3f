package org.cairn.bundle.sign;

import java.time.Instant;

/// By whom a bundle is to be signed, and when that is, as they say.
public record SignedBy(Signer signer, Instant said) {}
