package io.tierlens.pipeline.run;

import io.tierlens.pipeline.Spelling;
import io.tierlens.pipeline.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file whose keys are known beforehand. Every error names the file, the line
 * and, for a misspelt word, the nearest right one.
 */
final class YamlMapping {
  private final String file;
  private final String what;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final int line;

  private YamlMapping(String file, String what, MappingNode node, List<String> keys) {
    this.file = file;
    this.what = what;
    this.line = lineOf(node);
    for (NodeTuple entry : node.getValue()) {
      String key = scalar(entry.getKeyNode());
      if (!keys.contains(key)) {
        throw error(
            entry.getKeyNode(),
            "unknown key \"" + key + "\" in " + what + "; " + Spelling.hint(key, keys));
      }
      if (values.put(key, entry.getValueNode()) != null) {
        throw error(entry.getKeyNode(), "key \"" + key + "\" stands twice in " + what);
      }
    }
  }

  /** Reads a file's text; {@code keys} are those that its top level may have. */
  static YamlMapping parse(String file, String text, List<String> keys) {
    Optional<Node> root;
    try {
      root = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new UserError(file + place + ": this is not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new UserError(file + ": this is not YAML: " + e.getMessage(), e);
    }
    if (root.isEmpty()) {
      throw new UserError(file + ": the file is empty; it must at least name the run");
    }
    if (root.get() instanceof MappingNode mapping) {
      return new YamlMapping(file, "run.yaml", mapping, keys);
    }
    throw new UserError(file + ":1: the file must hold \"key: value\" lines");
  }

  int line() {
    return line;
  }

  /** A scalar's text, or null where the key is absent or its value is empty. */
  String text(String key) {
    Node node = values.get(key);
    if (node == null) {
      return null;
    }
    String value = scalar(node);
    return value.isEmpty() ? null : value;
  }

  String requiredText(String key) {
    String value = text(key);
    if (value == null) {
      throw new UserError(file + ":" + line + ": " + what + " needs a \"" + key + "\"");
    }
    return value;
  }

  Integer positiveInteger(String key) {
    String value = text(key);
    if (value == null) {
      return null;
    }
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number that is not positive.
    }
    throw error(key, "\"" + key + "\" must be a whole number above 0, not \"" + value + "\"");
  }

  List<String> texts(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw error(key, "\"" + key + "\" must be a list: [web, app]");
    }
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      texts.add(scalar(item));
    }
    return texts;
  }

  /** The mappings of a list; {@code name} says what one of them is. */
  List<YamlMapping> mappings(String key, String name, List<String> keys) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      String problem =
          node instanceof ScalarNode scalar && scalar.getValue().isEmpty()
              ? " is empty: give it \"- {...}\" entries, or take the line out"
              : " must be a list of \"- {...}\" entries";
      throw error(key, "\"" + key + "\"" + problem);
    }
    List<YamlMapping> mappings = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      mappings.add(mapping(item, name, keys));
    }
    return mappings;
  }

  /** The mappings of a mapping, by their names in order. */
  Map<String, YamlMapping> namedMappings(String key, String name, List<String> keys) {
    Node node = values.get(key);
    if (node == null) {
      return Map.of();
    }
    if (!(node instanceof MappingNode outer)) {
      throw error(key, "\"" + key + "\" must be a mapping of names: " + key + ": {www1: {...}}");
    }
    Map<String, YamlMapping> mappings = new LinkedHashMap<>();
    for (NodeTuple entry : outer.getValue()) {
      String itemName = scalar(entry.getKeyNode());
      if (mappings.put(itemName, mapping(entry.getValueNode(), name, keys)) != null) {
        throw error(entry.getKeyNode(), name + " \"" + itemName + "\" stands twice");
      }
    }
    return mappings;
  }

  /** An error at the value of a key. */
  UserError error(String key, String problem) {
    Node node = values.get(key);
    return node == null ? new UserError(file + ":" + line + ": " + problem) : error(node, problem);
  }

  private YamlMapping mapping(Node node, String name, List<String> keys) {
    if (node instanceof MappingNode mapping) {
      return new YamlMapping(file, name, mapping, keys);
    }
    throw error(node, "a " + name + " must be a mapping: {key: value, ...}");
  }

  private String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(node, "a single value is wanted here, not a list or a mapping");
  }

  private UserError error(Node node, String problem) {
    return new UserError(file + ":" + lineOf(node) + ": " + problem);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
