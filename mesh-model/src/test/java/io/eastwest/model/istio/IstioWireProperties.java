package io.eastwest.model.istio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.writer.ManifestWriter;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IstioWireProperties {
    @Property(tries = 300)
    void everyResourceIsWrittenAsItWasRead(@ForAll("resources") ObjectNode document) {
        MeshResource resource = WireFormat.read(document.toString(), MeshResource.class);

        assertThat(sameNumbers(ManifestWriter.toTree(resource), document))
                .as("%s", document)
                .isTrue();
    }

    @Property(tries = 100)
    void everyResourceSurvivesYaml(@ForAll("resources") ObjectNode document) {
        MeshResource resource = WireFormat.read(document.toString(), MeshResource.class);

        String yaml = ManifestWriter.toYaml(resource);

        assertThat(ManifestReader.strict().read("a.yaml", yaml).orThrow())
                .singleElement()
                .satisfies(again -> assertThat(again.resource()).isEqualTo(resource));
    }

    @Property(tries = 100)
    void everyMeshConfigurationIsWrittenAsItWasRead(@ForAll("randoms") Random random) {
        RandomDocument documents = new RandomDocument(random);
        JsonNode config = documents.of(MeshConfig.class);
        JsonNode networks = documents.of(MeshNetworks.class);

        assertThat(sameNumbers(WireFormat.write(WireFormat.read(config.toString(), MeshConfig.class)), config))
                .as("%s", config)
                .isTrue();
        assertThat(sameNumbers(WireFormat.write(WireFormat.read(networks.toString(), MeshNetworks.class)), networks))
                .as("%s", networks)
                .isTrue();
    }

    @Provide
    Arbitrary<ObjectNode> resources() {
        Arbitrary<KindDefinition<?>> kinds = Arbitraries.of(IstioKinds.all());
        return Combinators.combine(kinds, randoms()).as((kind, random) -> new RandomDocument(random).of(kind));
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    private static boolean sameNumbers(JsonNode one, JsonNode other) {
        return one.equals(RoundTripTest::compare, other);
    }
}
