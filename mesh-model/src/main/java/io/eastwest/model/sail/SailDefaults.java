package io.eastwest.model.sail;

/** The defaults that the schemas of sail-operator 1.30.3 state. */
final class SailDefaults {
    private static final String VERSION = "v1.30.3";

    private SailDefaults() {}

    static Istio of(Istio istio) {
        IstioSpec spec = istio.spec();
        IstioUpdateStrategy strategy = spec.updateStrategy()
                .orElseGet(() -> IstioUpdateStrategy.builder().build());
        return istio.toBuilder()
                .spec(spec.toBuilder()
                        .version(spec.version().orElse(VERSION))
                        .namespace(spec.namespace().orElse("istio-system"))
                        .updateStrategy(strategy.toBuilder()
                                .type(strategy.type().orElse(UpdateStrategyType.InPlace))
                                .build())
                        .build())
                .build();
    }

    static IstioCni of(IstioCni cni) {
        IstioCniSpec spec = cni.spec();
        return cni.toBuilder()
                .spec(spec.toBuilder()
                        .version(spec.version().orElse(VERSION))
                        .namespace(spec.namespace().orElse("istio-cni"))
                        .build())
                .build();
    }

    static ZTunnel of(ZTunnel ztunnel) {
        ZTunnelSpec spec = ztunnel.spec();
        ZTunnelSpecBuilder completed = spec.toBuilder()
                .version(spec.version().orElse(VERSION))
                .namespace(spec.namespace().orElse("ztunnel"))
                .values(spec.values().map(SailDefaults::of));
        if (ztunnel.apiVersion().endsWith("/v1alpha1")) {
            completed.profile(spec.profile().orElse(InstallProfile.ambient));
        }
        return ztunnel.toBuilder().spec(completed.build()).build();
    }

    private static ZTunnelValues of(ZTunnelValues values) {
        return values.toBuilder()
                .ztunnel(values.ztunnel()
                        .map(settings -> settings.toBuilder()
                                .logLevel(settings.logLevel().orElse(ZTunnelLogLevel.info))
                                .terminationGracePeriodSeconds(
                                        settings.terminationGracePeriodSeconds().orElse(30))
                                .build()))
                .build();
    }
}
