package org.cairn.domain;

import java.util.Set;

/// What a person may do in an archive; one person may hold several.
public enum Role {
    /// Records testimony and takes in evidence.
    RECORDER(Protection.CONFIDENTIAL),
    /// Searches and works on evidence.
    ANALYST(Protection.CONFIDENTIAL),
    /// Makes bundles.
    COUNSEL(Protection.EX_PARTE),
    /// May know who a witness is.
    IDENTITY_CUSTODIAN(Protection.SEALED),
    /// Reads the ledger and verifies; changes nothing.
    AUDITOR(Protection.RESTRICTED),
    /// Set the archive up and lets others in.
    OWNER(Protection.SEALED);

    private final Protection clearance;

    Role(Protection clearance) {
        this.clearance = clearance;
    }

    /// The highest protection that this role sees.
    public Protection clearance() {
        return clearance;
    }

    /// The highest protection that a person with these roles sees.
    public static Protection clearance(Set<Role> roles) {
        return roles.stream().map(Role::clearance).reduce(Protection.PUBLIC, Protection::stricter);
    }
}
