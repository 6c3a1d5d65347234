package io.eastwest.routing.scope;

import io.eastwest.model.MeshResource;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.MeshVirtualServiceBuilder;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServiceBuilder;
import io.eastwest.routing.view.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What scopes are made of. */
final class ScopeParts {
    private ScopeParts() {}

    static MeshServiceBuilder service(String namespace, String host) {
        return Meshes.service(host, Resolution.CLIENT_SIDE)
                .namespace(namespace)
                .resource(ResourceKey.of("", "Service", namespace, host));
    }

    static MeshVirtualServiceBuilder rules(String namespace, String name, String... hosts) {
        return MeshVirtualService.builder()
                .resource(ResourceKey.of("networking.istio.io", "VirtualService", namespace, name))
                .namespace(namespace)
                .name(name)
                .creationTime(Instant.EPOCH)
                .addAllHosts(List.of(hosts))
                .addGateway("mesh");
    }

    static MeshResource resource(String kind, String key, String spec) {
        return ManifestReader.pruning()
                .read("manifest.yaml", SmallMesh.istio(kind, key, spec))
                .orThrow()
                .get(0)
                .resource();
    }

    /** {@return {@code namespace/host} of each} */
    static List<String> text(List<MeshService> services) {
        return services.stream()
                .map(each -> each.namespace() + "/" + each.hostname())
                .toList();
    }

    static List<String> names(Stream<MeshVirtualService> virtualServices) {
        return virtualServices.map(MeshVirtualService::name).toList();
    }
}
