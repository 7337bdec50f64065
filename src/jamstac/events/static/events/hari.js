// The assessment day on a phone. Both are extras: the code can be typed, the place left empty.
// 1 · the camera reads a QR where the browser can (BarcodeDetector)   2 · the device says where it is, when asked
(() => {
  'use strict'
  const scanner = document.querySelector('[data-scanner]')
  if (scanner && 'BarcodeDetector' in window && navigator.mediaDevices?.getUserMedia) {
    const field = document.querySelector(`input[name="${scanner.dataset.scanner}"]`)
    const [video, button] = [scanner.querySelector('video'), scanner.querySelector('button')]
    const look = async (detector) => {
      const [found] = await detector.detect(video).catch(() => [])
      if (!found) { window.setTimeout(() => look(detector), 250); return }
      field.value = found.rawValue
      video.srcObject.getTracks().forEach((track) => track.stop())
      field.form.requestSubmit()
    }
    scanner.hidden = false
    button.addEventListener('click', async () => {
      try {
        video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      } catch { scanner.hidden = true; return }
      video.hidden = false
      button.hidden = true
      await video.play()
      look(new window.BarcodeDetector({ formats: ['qr_code'] }))
    })
  }

  const locator = document.querySelector('[data-locator]')
  if (locator && navigator.geolocation) {
    const fill = (name, value) => { document.querySelector(`[name="${name}"]`).value = value }
    const { latitude, longitude, source } = locator.dataset
    locator.hidden = false
    locator.querySelector('button').addEventListener('click', () => navigator.geolocation.getCurrentPosition(({ coords }) => {
      fill(latitude, coords.latitude.toFixed(6))
      fill(longitude, coords.longitude.toFixed(6))
      fill(source, 'device')
    }, () => { locator.hidden = true }, { enableHighAccuracy: true, timeout: 10000 }))
  }
})()
