#if Archives
  internal import CZlib

  /// Unpacks what is deflated, through zlib.
  enum Inflater {
    /// The bytes that deflated ones stand for; `nil` where they are damaged or not just so many.
    ///
    /// - Parameters:
    ///   - packed: A raw deflate stream.
    ///   - size: How many bytes come out; no more are ever written.
    /// - Returns: The unpacked bytes.
    static func inflate(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
      var stream = unsafe z_stream()
      // Negative bits: there is no header around the stream, as in every ZIP file.
      let begun = unsafe inflateInit2_(
        &stream,
        -15,
        ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)
      )
      guard begun == Z_OK else { return nil }
      defer { _ = unsafe inflateEnd(&stream) }
      var input = Array(packed)
      // One byte more shows that the stream is longer than its directory says.
      var output = [UInt8](repeating: 0, count: size + 1)
      var isWhole = false
      unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { output in
          unsafe stream.next_in = input.baseAddress
          unsafe stream.avail_in = UInt32(input.count)
          unsafe stream.next_out = output.baseAddress
          unsafe stream.avail_out = UInt32(output.count)
          let status = unsafe CZlib.inflate(&stream, Z_FINISH)
          isWhole = unsafe status == Z_STREAM_END && Int(stream.avail_out) == 1
        }
      }
      guard isWhole else { return nil }
      output.removeLast()
      return output
    }

    /// The checksum that a ZIP file keeps of each file: CRC-32.
    static func checksum(of bytes: [UInt8]) -> UInt32 {
      let sum = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe crc32(0, buffer.baseAddress, UInt32(buffer.count))
      }
      return UInt32(sum)
    }
  }
#endif
