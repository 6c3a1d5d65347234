package io.eastwest.model.schema;

import io.eastwest.model.gatewayapi.GatewayApiChannel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the kinds of the Gateway API against the definitions of both channels: each constraint is broken by a mutant. */
class GatewayApiConformanceTest {
    private static final String SPECIMENS = "/schema/gateway-api-specimens.yaml";
    /** Nothing in Istio 1.30.3 reads them; they are kept whole. */
    private static final List<String> NOT_MODELLED = List.of("XBackend", "XMesh");

    private static final int ENOUGH = 1_000;
    /** For the channel that has next to nothing of its own, each of its constraints nevertheless. */
    private static final int SOME = 100;
    /** For a version whose definition is that of another version. */
    private static final int FEW = 30;

    @TestFactory
    Stream<DynamicTest> whatTheStandardChannelTakesAndRefusesWeTakeAndRefuse() {
        return tests("gateway-api-v1.6.1-standard-install.yaml", GatewayApiChannel.STANDARD, SOME);
    }

    @TestFactory
    Stream<DynamicTest> whatTheExperimentalChannelTakesAndRefusesWeTakeAndRefuse() {
        return tests("gateway-api-v1.6.1-experimental-install.yaml", GatewayApiChannel.EXPERIMENTAL, ENOUGH);
    }

    private static Stream<DynamicTest> tests(String file, GatewayApiChannel channel, int enough) {
        Set<String> met = new LinkedHashSet<>();
        return CrdFile.read(file).stream()
                .filter(schema -> schema.served() && !NOT_MODELLED.contains(schema.kind()))
                .map(schema -> {
                    boolean fresh = met.add(schema.kind() + schema.root());
                    return DynamicTest.dynamicTest(schema.toString(), () -> check(schema, channel, fresh ? enough : 0));
                });
    }

    private static void check(CrdFile.Schema schema, GatewayApiChannel channel, int enough) {
        Conformance conformance = new Conformance(
                Definition.of(schema, List.of()),
                GatewayApiDifferences.of(schema.kind()),
                manifest -> SchemaValidation.check(manifest, channel),
                document -> {});
        if (enough > 0) {
            conformance.run(enough, Specimens.of(SPECIMENS, schema));
        } else {
            conformance.sample(FEW);
        }
    }
}
