package io.eastwest.testing.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.MeshRouter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeshExpectationsTest {
    private static final Path SHOP = Path.of("src/test/resources/meshes/shop");
    private static final MeshRouter ROUTER =
            MeshRouter.of(MeshSnapshot.read(SHOP).orThrow());

    @TempDir
    Path folder;

    @Test
    void tellWhatHoldsAndWhatDoesNot() {
        ExpectationReport report =
                MeshExpectations.read(SHOP.resolve("expect.yaml")).orThrow().check(ROUTER);

        assertThat(report.results())
                .extracting(ExpectationReport.Result::name, ExpectationReport.Result::passed)
                .containsExactly(
                        tuple("both clusters answer while no failover is set up", true),
                        tuple("calls of east stay in east", false),
                        tuple(
                                "GET http://orders.shop:8080/ from west/shop/web when workload east/shop/orders is down,"
                                        + " workload west/shop/orders is down",
                                true));
        assertThat(report.results().get(1).failures()).hasSize(2);
        assertThat(report.results().get(1).location().orElseThrow()).hasToString("expect.yaml:14:5");
        assertThat(report.toText()).startsWith("""
                        ok      both clusters answer while no failover is set up
                        FAILED  calls of east stay in east [expect.yaml:14:5]
                        """).endsWith("2 passed, 1 failed\n");
    }

    @Test
    void areTestsOfJUnitWithTheirLineAsTheSource() {
        List<DynamicTest> tests = MeshExpectations.read(SHOP.resolve("expect.yaml"))
                .orThrow()
                .tests(ROUTER)
                .toList();

        assertThat(tests).hasSize(3);
        assertThatCode(() -> tests.get(0).getExecutable().execute()).doesNotThrowAnyException();
        assertThatThrownBy(() -> tests.get(1).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("west");
        assertThat(tests.get(1).getTestSourceUri().orElseThrow().toString()).endsWith("/expect.yaml?line=14&column=5");
    }

    @Test
    void allMistakesOfAFileAreToldAtOnce() throws IOException {
        assertThat(issues("""
                apiVersion: eastwest.io/v1
                kind: MeshExpectations
                metadata:
                  name: mistakes
                spec:
                  expectations:
                  - call: {url: 'http://orders.shop:8080/'}
                    expect: {outcome: forwarded}
                  - call: {tcp: orders.shop, from: east/web}
                    when: cluster east dwn
                    expect: {clusters: {east: half}, location: 'http://x/', status: 503}
                  - call: {url: 'http://orders.shop:8080/', from: east/shop/web}
                    expect: {}
                  - expect: {outcome: refused, status: 503}
                """))
                .containsExactly(
                        "ERROR MeshExpectations/mistakes spec.expectations[0].call: a call has either from or arrivingAt;"
                                + " name the caller, or the gateway where a call from outside arrives"
                                + " [expect.yaml:7:11] INVALID_VALUE",
                        "ERROR MeshExpectations/mistakes spec.expectations[1].call.tcp: \"orders.shop\" is no host:port;"
                                + " write a host and a port, 1 to 65535 [expect.yaml:9:17] INVALID_VALUE",
                        "ERROR MeshExpectations/mistakes spec.expectations[1].call.from: \"east/web\" names no workload;"
                                + " write cluster/namespace/workload [expect.yaml:9:36] INVALID_VALUE",
                        "ERROR MeshExpectations/mistakes spec.expectations[1].when: at 13: cluster is not complete;"
                                + " accepted is cluster <cluster> down [expect.yaml:10:11] INVALID_VALUE",
                        "ERROR MeshExpectations/mistakes spec.expectations[1].expect.clusters: \"half\" is no share;"
                                + " write all, none, a fraction such as 3/4 or a percentage such as 12.5%"
                                + " [expect.yaml:11:24] INVALID_VALUE",
                        "ERROR MeshExpectations/mistakes spec.expectations[1].expect.location: location is said of another outcome;"
                                + " write outcome: redirected [expect.yaml:11:48] INVALID_VALUE",
                        "ERROR MeshExpectations/mistakes spec.expectations[1].expect.status: status is said of another outcome;"
                                + " write outcome: refused or direct [expect.yaml:11:69] INVALID_VALUE",
                        "ERROR MeshExpectations/mistakes spec.expectations[2].expect: nothing is expected;"
                                + " name at least one of outcome, service, subset, clusters, ..."
                                + " [expect.yaml:13:13] INVALID_VALUE",
                        "ERROR MeshExpectations/mistakes spec.expectations[3].call: call is missing; say who calls what"
                                + " [expect.yaml:14:5] INVALID_VALUE",
                        "ERROR MeshExpectations/mistakes spec.expectations[3].expect: flags are missing;"
                                + " add Envoy's response flags, - for none, or remove the status"
                                + " [expect.yaml:14:13] INVALID_VALUE");
    }

    @Test
    void fieldsAndKindsThatAreNotKnownAreTold() throws IOException {
        assertThat(issues("""
                apiVersion: eastwest.io/v1
                kind: MeshExpectations
                metadata:
                  name: mistakes
                spec:
                  expectations:
                  - cal: {}
                    expect: {outcome: lost}
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: orders
                """)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"all,1", "none,0", "3/4,3/4", "2 / 8,1/4", "75%,3/4", "12.5 %,1/8", "33.333%,33333/100000", "100%,1"})
    void sharesAreExact(String text, String share) {
        assertThat(ShareText.parse(text).orElseThrow()).hasToString(share);
    }

    @ParameterizedTest
    @CsvSource({"half", "0.5", "4/3", "1/0", "101%", "-1/2", "1/2/3", "%"})
    void whatIsNoShareIsRefused(String text) {
        assertThat(ShareText.parse(text)).isEmpty();
    }

    private List<String> issues(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("expect.yaml"), text);
        return MeshExpectations.read(file).issues().stream()
                .map(Object::toString)
                .toList();
    }
}
