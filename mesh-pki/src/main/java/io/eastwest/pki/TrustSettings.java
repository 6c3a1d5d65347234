package io.eastwest.pki;

import java.util.List;

/** The names that the clusters of one mesh share. */
record TrustSettings(String trustDomain, List<String> trustDomainAliases) {
    TrustSettings {
        trustDomainAliases = List.copyOf(trustDomainAliases);
    }
}
