package io.eastwest.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees whose mesh has errors: one line for each, all at once. */
class BadInputTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return FiveQuestions.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }

    @Test
    void everyProblemIsOneLineWithItsPlace() {
        int code = run("src/test/resources/bad-mesh");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "ERROR Service/shop/reviews metadata.name: field \"name\" occurs twice in one object; remove one of them"
                                + " [clusters/cluster-1/duplicate-key.yaml:6:3] DUPLICATE_KEY",
                        "ERROR VirtualService/shop/reviews spec.http[0].route[1].weight: weight must be 0 or more but was -5;"
                                + " remove the sign or the field [clusters/cluster-1/negative-weight.yaml:16:15] WEIGHT_NEGATIVE",
                        "ERROR VirtualService/shop/details spec.hosts: must be a list but was the string \"details\""
                                + " [clusters/cluster-1/two-broken-documents.yaml:7:10] WRONG_TYPE",
                        "ERROR DestinationRule/shop/details spec.trafficPolicy.outlierDetection.interval: must be a duration but"
                                + " was the number 10; write it as 10s [clusters/cluster-1/two-broken-documents.yaml:21:17]"
                                + " INVALID_DURATION",
                        "ERROR VirtualService/shop/ratings spec.http[0].route[0].wieght: unknown field; did you mean weight?"
                                + " [clusters/cluster-1/typo.yaml:13:7] UNKNOWN_FIELD",
                        "ERROR PeerAuthentication/shop/default spec.mtls.mode: \"strict\" is not a known value; write one of"
                                + " UNSET, DISABLE, PERMISSIVE, STRICT [clusters/cluster-1/unknown-word.yaml:8:11] UNKNOWN_ENUM_VALUE",
                        "ERROR VirtualService/shop/productpage spec.http[0].route[0].weight: must be an integer but was the string"
                                + " \"50\" [clusters/cluster-1/wrong-type.yaml:13:15] WRONG_TYPE");
    }

    @Test
    void objectsThatDoNotFitTogetherAreNamedWithBothEnds() {
        int code = run("src/test/resources/dangling-mesh");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "INFO Service/shop/reviews spec.ports[0]: neither name \"web\" nor appProtocol says what port 80 speaks,"
                                + " so it is detected; name it after its protocol, such as http or tcp-data"
                                + " [clusters/cluster-1/reviews.yaml:10:5] PORT_PROTOCOL_UNKNOWN",
                        "ERROR VirtualService/shop/reviews spec.http[0].route[0].destination.subset: subset \"v3\" is not among"
                                + " [v1] of DestinationRule/shop/reviews; add it there or change the reference"
                                + " [clusters/cluster-1/reviews.yaml:45:17] SUBSET_UNKNOWN");
    }

    @Test
    void folderWithoutAMeshIsSaidInOneLine(@TempDir Path folder) {
        int code = run(folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines())
                .containsExactly("ERROR the mesh has no topology.yaml; add one of kind MeshTopology that lists the"
                        + " clusters [topology.yaml:1:1] TOPOLOGY_MISSING");
    }

    @Test
    void goodMeshIsCounted() {
        int code = run("src/main/resources/mesh/failover");

        assertThat(code).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "no errors in mesh failover", "  cluster-1: 15 resources", "  cluster-2: 15 resources");
    }

    @Test
    void tooManyArgumentsShowTheUsage() {
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualToNormalizingNewlines("usage: FiveQuestions [folder of a mesh]\n");
    }
}
