package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of the istiod chart that count: what the user sets over the profile and the platform, and what the user sets
 * below {@code pilot} over all. Mirrors istio 1.30.3 {@code
 * manifests/charts/istio-control/istio-discovery/templates/zzz_profile.yaml} and {@code zzy_descope_legacy.yaml}.
 * Immutable.
 */
public final class IstiodValues {
    /** What a cluster is called that was given no name. */
    public static final String UNNAMED_CLUSTER = "Kubernetes";

    private static final String PILOT = "pilot";
    private static final String PROFILE = "profile";

    private final JsonNode user;
    private final String namespace;

    IstiodValues(JsonNode user, String namespace) {
        this.user = user;
        this.namespace = namespace;
    }

    /**
     * The values of a release of the istiod chart.
     *
     * @param release the release
     * @return its values
     */
    public static IstiodValues of(HelmRelease release) {
        return new IstiodValues(release.values(), release.namespace());
    }

    /** {@return namespace of istiod} */
    public String namespace() {
        return namespace;
    }

    /** {@return the profile; empty text: none is named} */
    public String profile() {
        return user.path(PROFILE).asText(user.path("global").path(PROFILE).asText(""));
    }

    boolean isAmbient() {
        return profile().equals("ambient");
    }

    /** {@return whether istiod runs elsewhere} */
    public boolean isRemote() {
        return user.path("istiodRemote").path("enabled").asBoolean(profile().equals("remote"));
    }

    String platform() {
        return user.path("platform").asText(user.path("global").path("platform").asText(""));
    }

    String global(String name) {
        return user.path("global").path(name).asText("");
    }

    boolean flag(String name, boolean otherwise) {
        return user.path("global").path(name).asBoolean(otherwise);
    }

    /** {@return name of the cluster, {@link #UNNAMED_CLUSTER} if it was given none} */
    public String clusterName() {
        String name =
                user.path("global").path("multiCluster").path("clusterName").asText("");
        return name.isEmpty() ? UNNAMED_CLUSTER : name;
    }

    String istioNamespace() {
        String name = global("istioNamespace");
        return name.isEmpty() ? "istio-system" : name;
    }

    /** {@return network of the cluster; empty text: none} */
    public String network() {
        return global("network");
    }

    /** {@return address of an istiod elsewhere; empty text: none is given} */
    public String remotePilotAddress() {
        return global("remotePilotAddress");
    }

    /** {@return path that the API server calls for injection; empty text: none is given} */
    public String injectionPath() {
        return istiodRemote().path("injectionPath").asText("");
    }

    /** {@return URL that the API server calls for injection; empty text: none is given} */
    public String injectionUrl() {
        return istiodRemote().path("injectionURL").asText("");
    }

    /** {@return revision; empty text: the default one} */
    public String revision() {
        return user.path("revision").asText("");
    }

    String suffix() {
        return revision().isEmpty() ? "" : "-" + revision();
    }

    /** {@return name of the Service of istiod} */
    public String istiod() {
        return "istiod" + suffix();
    }

    JsonNode istiodRemote() {
        return user.path("istiodRemote");
    }

    JsonNode meshConfig() {
        return user.path("meshConfig");
    }

    JsonNode meshNetworks() {
        return user.path("global").path("meshNetworks");
    }

    /** A value of the control plane, which may stand at the root or, stronger, below {@code pilot}. */
    Optional<JsonNode> pilot(String name) {
        JsonNode below = user.path(PILOT).path(name);
        JsonNode root = user.path(name);
        return below.isMissingNode() ? Optional.of(root).filter(node -> !node.isMissingNode()) : Optional.of(below);
    }

    boolean hasConfigMap() {
        return pilot("configMap").map(JsonNode::asBoolean).orElse(!isRemote());
    }

    String trustedZtunnelNamespace() {
        return pilot("trustedZtunnelNamespace")
                .map(JsonNode::asText)
                .orElse(platform().equals("openshift") ? "kube-system" : namespace);
    }

    /** {@return environment of istiod as far as the user and the profile set it, by name} */
    public Map<String, String> env() {
        Map<String, String> env = new TreeMap<>();
        if (isAmbient()) {
            env.put("PILOT_ENABLE_AMBIENT", "true");
        }
        for (JsonNode node : List.of(user.path("env"), user.path(PILOT).path("env"))) {
            node.properties()
                    .forEach(entry -> env.put(entry.getKey(), entry.getValue().asText()));
        }
        return env;
    }

    /** {@return whether istiod is told by a value that it serves other clusters} */
    public boolean isExternal() {
        return flag("externalIstiod", false);
    }

    /** {@return networks that {@code meshNetworks} gives a gateway, in document order} */
    public List<String> networksWithGateways() {
        List<String> networks = new ArrayList<>();
        meshNetworks().properties().forEach(network -> {
            if (!network.getValue().path("gateways").isEmpty()) {
                networks.add(network.getKey());
            }
        });
        return networks;
    }

    /** {@return where proxies that this control plane configures ask; an address makes the chart forget the revision} */
    public String discoveryAddress() {
        if (global("remotePilotAddress").isEmpty()) {
            return istiod() + "." + namespace + ".svc:15012";
        }
        boolean local = istiodRemote().path("enabledLocalInjectorIstiod").asBoolean();
        return (local ? "istiod-remote." : "istiod.") + namespace + ".svc:15012";
    }

    /** The mesh configuration as the ConfigMap holds it. */
    ObjectNode mesh() {
        ObjectNode mesh = JsonNodeFactory.instance.objectNode();
        ObjectNode proxy = mesh.putObject("defaultConfig").put("discoveryAddress", discoveryAddress());
        if (!global("meshID").isEmpty()) {
            proxy.put("meshId", global("meshID"));
        }
        if (isAmbient()) {
            proxy.putObject("image").put("imageType", "distroless");
            proxy.putObject("proxyMetadata").put("ISTIO_META_ENABLE_HBONE", "true");
            ObjectNode scope = mesh.putArray("serviceScopeConfigs").addObject().put("scope", "GLOBAL");
            ObjectNode label = scope.putObject("servicesSelector")
                    .putArray("matchExpressions")
                    .addObject();
            label.put("key", "istio.io/global")
                    .put("operator", "In")
                    .putArray("values")
                    .add("true");
        }
        if (!isRemote()) {
            mesh.putObject("defaultProviders").putArray("metrics").add("prometheus");
        }
        mesh.put("enablePrometheusMerge", true);
        mesh.put("rootNamespace", namespace).put("trustDomain", "cluster.local");
        merge(mesh, meshConfig());
        return mesh;
    }

    private static void merge(ObjectNode target, JsonNode over) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = over.properties().iterator(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode old = target.get(field.getKey());
            if (old instanceof ObjectNode object && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        }
    }
}
