import Foundation

/// A plot of several series of points, written as SVG.
struct Plot {
  /// A scale of numbers on an axis.
  enum Scale {
    case linear, logarithmic

    func position(_ value: Double, from low: Double, to high: Double) -> Double {
      switch self {
      case .linear: (value - low) / (high - low)
      case .logarithmic: (log(value) - log(low)) / (log(high) - log(low))
      }
    }
  }

  /// Points that are connected by a line.
  struct Series {
    var name: String
    var color: String
    var isDashed = false
    var points: [(x: Double, y: Double)]
  }

  var title: String
  var x: (title: String, scale: Scale, ticks: [Double])
  var y: (title: String, scale: Scale, ticks: [Double])
  var series: [Series]

  private static let size = (width: 800.0, height: 420.0)
  private static let frame = (left: 80.0, top: 40.0, right: 500.0, bottom: 360.0)

  /// Writes the plot to a file.
  func write(to path: String) throws {
    try svg.write(toFile: path, atomically: true, encoding: .utf8)
    print("wrote \(path)")
  }

  /// The plot as SVG.
  var svg: String {
    let frame = Self.frame
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(Self.size.width))\" "
        + "height=\"\(Int(Self.size.height))\" font-family=\"sans-serif\" font-size=\"12\">",
      "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
      text(title, at: (frame.left, 22), anchor: "start"),
    ]
    for tick in x.ticks {
      let position = xPosition(tick)
      lines.append(line((position, frame.top), (position, frame.bottom), "#ddd"))
      lines.append(text(Self.label(tick), at: (position, frame.bottom + 18)))
    }
    for tick in y.ticks {
      let position = yPosition(tick)
      lines.append(line((frame.left, position), (frame.right, position), "#ddd"))
      lines.append(text(Self.label(tick), at: (frame.left - 6, position + 4), anchor: "end"))
    }
    lines.append(text(x.title, at: ((frame.left + frame.right) / 2, frame.bottom + 42)))
    lines.append(
      "<text transform=\"rotate(-90)\" x=\"\(-(frame.top + frame.bottom) / 2)\" y=\"20\" "
        + "text-anchor=\"middle\">\(y.title)</text>")
    for (index, series) in series.enumerated() { lines += draw(series, number: index) }
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  private func draw(_ series: Series, number: Int) -> [String] {
    let points = series.points.map { point in
      String(format: "%.1f,%.1f", xPosition(point.x), yPosition(point.y))
    }
    let dash = series.isDashed ? " stroke-dasharray=\"6 4\"" : ""
    let stroke = "fill=\"none\" stroke=\"\(series.color)\" stroke-width=\"2\"\(dash)"
    let y = Self.frame.top + 12 + 20 * Double(number)
    let x = Self.frame.right + 16
    return [
      "<polyline points=\"\(points.joined(separator: " "))\" \(stroke)/>",
      "<path d=\"M \(x) \(y - 4) h 26\" \(stroke)/>",
      text(series.name, at: (x + 32, y), anchor: "start"),
    ]
  }

  private func xPosition(_ value: Double) -> Double {
    let part = x.scale.position(value, from: x.ticks.first ?? 0, to: x.ticks.last ?? 1)
    return Self.frame.left + part * (Self.frame.right - Self.frame.left)
  }

  private func yPosition(_ value: Double) -> Double {
    let part = y.scale.position(value, from: y.ticks.first ?? 0, to: y.ticks.last ?? 1)
    return Self.frame.bottom - part * (Self.frame.bottom - Self.frame.top)
  }

  private func line(_ start: (Double, Double), _ end: (Double, Double), _ color: String) -> String {
    "<path d=\"M \(start.0) \(start.1) L \(end.0) \(end.1)\" stroke=\"\(color)\"/>"
  }

  private func text(_ text: String, at place: (Double, Double), anchor: String = "middle")
    -> String
  {
    "<text x=\"\(place.0)\" y=\"\(place.1)\" text-anchor=\"\(anchor)\">\(text)</text>"
  }

  private static func label(_ value: Double) -> String { String(format: "%.6g", value) }
}

extension Plot {
  /// Returns 1, 2, and 5 times the powers of ten around numbers, for a logarithmic axis.
  static func ticks(around values: [Double]) -> [Double] {
    guard let low = values.min(), let high = values.max(), low > 0 else { return [1, 10] }
    let all = (-3...9).flatMap { power in [1, 2, 5].map { $0 * pow(10, Double(power)) } }
    let first = all.lastIndex { $0 <= low } ?? 0
    let last = all.firstIndex { $0 >= high } ?? all.count - 1
    return Array(all[first...max(last, first + 1)])
  }

  /// Returns five numbers from 0 to more than the largest, for a linear axis.
  static func ticks(upTo values: [Double]) -> [Double] {
    let high = max(values.max() ?? 1, 1e-9)
    let power = pow(10, floor(log10(high)))
    let step = ([1, 2, 4, 8, 20].first { 5 * $0 * power / 10 >= high * 1.05 } ?? 20) * power / 10
    return (0...5).map { Double($0) * step }
  }
}
