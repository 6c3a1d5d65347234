package io.eastwest.model.istio;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.istio.extensions.IstioExtensionsKinds;
import io.eastwest.model.istio.networking.IstioNetworkingKinds;
import io.eastwest.model.istio.security.IstioSecurityKinds;
import io.eastwest.model.istio.telemetry.IstioTelemetryKinds;
import java.util.List;
import java.util.stream.Stream;

/** The kinds that the tests of this package go through. */
final class IstioKinds {
    private IstioKinds() {}

    static List<KindDefinition<?>> all() {
        return Stream.<List<KindDefinition<?>>>of(
                        IstioNetworkingKinds.all(),
                        IstioSecurityKinds.all(),
                        IstioTelemetryKinds.all(),
                        IstioExtensionsKinds.all())
                .<KindDefinition<?>>flatMap(List::stream)
                .toList();
    }
}
