package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 3.7 of multicluster.md. */
class InjectionPathTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "3.7a | /inject | {}",
                "3.7b | /inject/cluster/c2/net/n2/ | {ISTIO_META_CLUSTER_ID=c2, ISTIO_META_NETWORK=n2}",
                "3.7c | /inject/cluster/c2/net | {ISTIO_META_CLUSTER_ID=c2}",
                "3.7d | /inject/cluster/a--slash--b | {ISTIO_META_CLUSTER_ID=a/b}",
                "3.7e | /inject/:ENV:cluster=c2:ENV:net=:ENV:=x | {ISTIO_META_CLUSTER_ID=c2, ISTIO_META_NETWORK=}",
                "3.7f | /inject/cluster/c2/network/network2 | {ISTIO_META_CLUSTER_ID=c2, NETWORK=network2}",
                "old form with slashes | /inject/:ENV:cluster=c2:ENV:rootpage=/foo/bar | {ISTIO_META_CLUSTER_ID=c2, ROOTPAGE=/foo/bar}",
                "old form behind others | /inject/a/b/c/:ENV:d=e | {A=b, C=:ENV:d=e}",
            })
    void setsTheVariablesOfProxies(String example, String path, String expected) {
        assertThat(InjectionPath.parse(path).environment()).as(example).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"/inject,''", "/inject/cluster/c2/net/n2,n2", "/inject/:ENV:net=,''", "/inject/network/n2,''"})
    void givesANetworkUnlessItIsEmpty(String path, String network) {
        assertThat(InjectionPath.parse(path).network().orElse("")).isEqualTo(network);
    }
}
