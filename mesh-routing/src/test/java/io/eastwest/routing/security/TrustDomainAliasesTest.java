package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustDomainAliasesTest {
    private static final TrustDomainAliases MOVED = new TrustDomainAliases(List.of("td2", "td1"));
    private static final TrustDomainAliases ALONE = new TrustDomainAliases(List.of("td2"));

    @Test
    void oneDomainStandsForAll() {
        assertThat(MOVED.principals(List.of("td1/ns/foo/sa/bar")))
                .containsExactly("td2/ns/foo/sa/bar", "td1/ns/foo/sa/bar");
    }

    @Test
    void clusterLocalStandsForTheOwnDomain() {
        assertThat(ALONE.principals(List.of("cluster.local/ns/foo/sa/bar"))).containsExactly("td2/ns/foo/sa/bar");
    }

    @Test
    void foreignDomainsAndOtherFormsStay() {
        assertThat(MOVED.principals(List.of("td9/ns/foo/sa/bar", "*/ns/foo/sa/bar", "*", "*/sa/bar", "td1/ns/foo/*")))
                .containsExactly("td9/ns/foo/sa/bar", "*/ns/foo/sa/bar", "*", "*/sa/bar", "td1/ns/foo/*");
    }

    @Test
    void aSuffixStandsForTheDomainsThatEndLikeIt() {
        assertThat(MOVED.principals(List.of("*d1/ns/foo/sa/bar")))
                .containsExactly("td2/ns/foo/sa/bar", "*d1/ns/foo/sa/bar");
    }

    @Test
    void aPrefixStandsForAll() {
        assertThat(MOVED.principals(List.of("td*/ns/foo/sa/bar")))
                .containsExactly("td2/ns/foo/sa/bar", "td1/ns/foo/sa/bar");
        assertThat(MOVED.principals(List.of("t1*/ns/foo/sa/bar"))).containsExactly("t1*/ns/foo/sa/bar");
    }

    @Test
    void trustDomainsExpandWhenOneIsListed() {
        assertThat(MOVED.trustDomains(List.of("td1", "td9"))).containsExactly("td2", "td1", "td9");
        assertThat(MOVED.trustDomains(List.of("td*"))).containsExactly("td*");
    }
}
